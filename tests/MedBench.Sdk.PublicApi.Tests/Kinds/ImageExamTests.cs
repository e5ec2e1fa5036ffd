using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

public sealed class ImageExamTests : RunBench
{
    [Test]
    public async Task A_model_that_sees_gets_the_bytes_of_the_picture()
    {
        var model = Seeing();
        var results = await RunAsync(Plan(new ImageExam(), model));
        var picture = model.Requests.Single().Messages[0].Contents.OfType<DataContent>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(picture.Data.ToArray(), Is.EqualTo(ImageExam.Radiograph.ToArray()));
            Assert.That(picture.MediaType, Is.EqualTo("image/png"));
            Assert.That(results["x1"].Outcome, Is.EqualTo(Outcome.Correct));
        });
    }

    [Test]
    public async Task A_model_that_does_not_see_is_not_asked()
    {
        var results = await RunAsync(Plan(new ImageExam(), ScriptedModel.Silent("blind")));
        Assert.Multiple(() =>
        {
            Assert.That(results["x1"].Outcome, Is.EqualTo(Outcome.Unsupported));
            Assert.That(results["x1"].Calls, Is.Zero);
            Assert.That(results["x1"].Error, Does.Contain("look-and-choose").And.Contain("Images").And.Contain("blind"));
        });
    }

    [Test]
    public async Task No_scorer_sees_what_was_never_asked()
    {
        var plan = Plan(new ImageExamWithZeroes(), ScriptedModel.Silent("blind"));
        var row = (await SummarizeAsync(plan)).Cells.Single();
        Assert.That(row.Outcomes, Is.EquivalentTo(new Dictionary<Outcome, int> { [Outcome.Unsupported] = 1 }));
        Assert.That(row.Denominator, Is.Zero);
    }

    [Test]
    public async Task A_model_that_learns_to_see_is_another_model()
    {
        await RunAsync(Plan(new ImageExam(), ScriptedModel.Silent("seeing")));
        await Assert.ThrowsAsync<RunConflictException>(() => RunAsync(Plan(new ImageExam(), Seeing())));
    }

    [Test]
    public Task A_second_run_sends_nothing() => AssertSecondRunSendsNothing(Plan(new ImageExam(), Seeing()), calls: 1);

    private static ScriptedModel Seeing() => new("seeing", _ => ScriptedModel.Text("The answer is A."))
    {
        Info = new ModelInfo { Id = "seeing", Capabilities = ModelCapabilities.Images },
    };

    [NotDiscoverable]
    private sealed class ImageExamWithZeroes : IBenchmark
    {
        private readonly ImageExam exam = new();

        public BenchmarkCard Card => exam.Card;

        public IPromptStrategy DefaultStrategy => exam.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers { get; } = [new ZeroScorer()];

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
            => exam.LoadAsync(split, source, cancellationToken);
    }

    [NotDiscoverable]
    private sealed class ZeroScorer : IScorer
    {
        public ScorerInfo Info { get; } = new() { Id = "zero", Version = "1", Metric = "points", DenominatorPolicy = "all" };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(Score.Graded(0));
    }
}
