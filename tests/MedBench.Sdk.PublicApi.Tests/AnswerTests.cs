namespace MedBench.PublicApi;

public sealed class AnswerTests : RunBench
{
    [TestCase(Outcome.Correct)]
    [TestCase(Outcome.Incorrect)]
    [TestCase(Outcome.Graded)]
    public void Nothing_unanswered_can_pass_for_answered(Outcome outcome)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new Unanswered(outcome));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new Unanswered(Outcome.Abstained) with { Outcome = outcome });
        Assert.Throws<ArgumentOutOfRangeException>(() => Score.None(outcome));
    }

    [Test]
    public async Task An_answer_without_a_value_never_counts_as_zero()
    {
        var row = (await SummarizeAsync(Plan(new Unvalued(), ScriptedModel.Saying("model", _ => "A")))).Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.Outcomes, Is.EquivalentTo(new Dictionary<Outcome, int> { [Outcome.Failed] = 2 }));
            Assert.That(row.Denominator, Is.Zero);
        });
    }

    [NotDiscoverable]
    private sealed class Unvalued : IBenchmark
    {
        private readonly TextExam exam = new();

        public BenchmarkCard Card => exam.Card;

        public IPromptStrategy DefaultStrategy => exam.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers { get; } = [new ForgetfulScorer()];

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
            => exam.LoadAsync(split, source, cancellationToken);
    }

    [NotDiscoverable]
    private sealed class ForgetfulScorer : IScorer
    {
        public ScorerInfo Info { get; } = new() { Id = "forgetful", Version = "1", Metric = "points", DenominatorPolicy = "all" };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(new Score { Outcome = Outcome.Graded });
    }
}
