namespace MedBench.Chaos;

[FailureMode(41)]
public sealed class JudgeFailureTests : TemporaryFolder
{
    private const int Samples = 100;

    [Test]
    public async Task A_judge_that_fails_leaves_samples_unscored_and_the_mean_to_the_others()
    {
        var model = new TextModel(new ModelInfo { Id = "subject", IsInProcess = true }, _ => "A");
        var judge = new TextModel(new ModelInfo { Id = "judge", IsInProcess = true }, prompt => prompt.EndsWith('0') ? throw new ModelException(ModelErrorKind.BadRequest, "no verdict") : "0.5");
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new Judged())], Models = [model], FailureBudget = 1, Roles = new Dictionary<string, IModelClient> { [ModelRole.Judge] = judge } };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = PathOf("run") });
        var cell = summary.Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That(cell.Outcomes.GetValueOrDefault(Outcome.Graded), Is.EqualTo(90));
            Assert.That(cell.Outcomes.GetValueOrDefault(Outcome.Failed), Is.EqualTo(10));
            Assert.That(cell.Score!.Value.Estimate, Is.EqualTo(0.5), "the mean is over the scored");
            Assert.That(summary.Total, Is.EqualTo(Samples));
        });
        Figure.Print(41, "judge failing 10 %: 90 scored + 10 unscored = 100, mean over the scored");
    }

    private sealed class Judged : IBenchmark
    {
        private readonly TextBench inner = new("judged", Samples);

        public BenchmarkCard Card => inner.Card;

        public IPromptStrategy DefaultStrategy => inner.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers { get; } = [new Judge()];

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => inner.LoadAsync(split, source, cancellationToken);
    }

    private sealed class Judge : IScorer
    {
        public ScorerInfo Info => new ChoiceScorer().Info with { Id = "judge", RequiredRoles = [ModelRole.Judge] };

        public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
            => Score.Graded(double.Parse((await models.Judge.CompleteAsync(ModelRequest.FromText(sample.Input.Id), cancellationToken)).Text, System.Globalization.CultureInfo.InvariantCulture));
    }
}
