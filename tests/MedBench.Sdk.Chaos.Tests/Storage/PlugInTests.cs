namespace MedBench.Chaos.Storage;

/// <summary>Parts that users bring fail their samples alone, and no number that is none reaches a file.</summary>
[FailureMode(29)]
public sealed class PlugInTests : StorageFixture
{
    private static readonly Exception[] Errors = [new FormatException("x"), new KeyNotFoundException("x"), new OperationCanceledException("x"), new IOException("x"), new TimeoutException("x"), new InvalidCastException("x"), new NotSupportedException("x"), new ArgumentException("x")];

    private static readonly double[] Numbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Test]
    public async Task Whatever_a_part_throws_or_returns_the_run_ends_and_its_samples_failed()
    {
        var hooks = Errors.Select(error => (Strategy: (IPromptStrategy)new Throwing(error), Scorer: (IScorer)new ChoiceScorer()))
            .Concat(Errors.Select(error => (Strategy: (IPromptStrategy)OpenMedLm.ZeroShot(), Scorer: (IScorer)new BadScorer(() => throw error))))
            .Concat(Numbers.Select(number => (Strategy: (IPromptStrategy)OpenMedLm.ZeroShot(), Scorer: (IScorer)new BadScorer(() => new Score { Outcome = Outcome.Graded, Value = number }))))
            .ToList();
        foreach (var (hook, index) in hooks.Select((hook, index) => (hook, index)))
        {
            var plan = CrashPlan.Create(NewModel(), samples: 3) with { Strategies = [hook.Strategy], Benchmarks = [new BenchmarkSelection(new NumberedQuestions(3) { Scorers = [hook.Scorer] })] };
            var summary = await new EvaluationRunner().EvaluateAsync(plan, CrashPlan.Options(At($"{index}")));
            Assert.That(summary.Cells[0].Outcomes[Outcome.Failed], Is.EqualTo(3), $"hook {index}");
            Assert.That(summary.Cells[0].Score, Is.Null);
            Assert.That(File.ReadAllText(Path.Combine(At($"{index}"), "summary.json")), Does.Not.Contain("NaN").And.Not.Contain("Infinity"));
        }

        Figure.Print(29, $"{hooks.Count} strategies and scorers that throw or return no number: 0 runs ended early, 0 of their numbers in reports");
    }

    private sealed class Throwing(Exception error) : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "throwing", Version = "1" };

        public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default) => throw error;
    }

    private sealed class BadScorer(Func<Score> score) : IScorer
    {
        public ScorerInfo Info { get; } = new() { Id = "bad", Version = "1", Metric = "accuracy", DenominatorPolicy = "all" };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default) => new(score());
    }
}
