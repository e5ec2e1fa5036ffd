namespace MedBench.Chaos;

[FailureMode(30)]
public sealed class EndlessWorkTests : TemporaryFolder
{
    private static readonly ModelInfo Info = new() { Id = "chatty", IsInProcess = true };

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(1_000)]
    public async Task A_strategy_without_end_stops_at_exactly_the_limit(int limit)
    {
        foreach (var swallows in new[] { false, true })
        {
            var model = new TextModel(Info, prompt => prompt + "!");
            var summary = await RunAsync(model, limit, new Endless(swallows), $"{limit}-{swallows}");
            var results = RunReader.ReadResults(PathOf($"{limit}-{swallows}")).ToList();
            Assert.Multiple(() =>
            {
                Assert.That(model.Calls, Is.EqualTo(2 * limit), "two samples, each at its own limit");
                Assert.That(summary.Failed, Is.EqualTo(2));
                Assert.That(results.Select(result => result.Error), Is.All.Contains($"has made {limit} model calls").And.All.Contains("MaxCallsPerSample"));
            });
        }

        Figure.Print(30, $"limit {limit}: stopped after exactly {limit} calls a sample, also where refusals are swallowed");
    }

    [Test]
    public async Task A_judge_without_end_fails_its_sample_alone()
    {
        var model = new TextModel(Info, _ => "A");
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new Judged())], Models = [model], Budget = new RunBudget { MaxCallsPerSample = 9 } };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = PathOf("judged") });
        Assert.That((model.Calls, summary.Failed), Is.EqualTo((18, 2L)));
    }

    [Test]
    public async Task Nobody_waits_for_a_rationale_that_a_sample_at_its_limit_began()
    {
        var model = new TextModel(Info, prompt => prompt);
        var summary = await RunAsync(model, limit: 2, new Insatiable(), "bank", concurrency: 1);
        Assert.That((model.Calls, summary.Failed), Is.EqualTo((4, 1L)), "the second sample takes two rationales from the bank and writes the other two");
    }

    private Task<RunSummary> RunAsync(TextModel model, int limit, IPromptStrategy strategy, string folder, int concurrency = 16) => new EvaluationRunner().EvaluateAsync(
        new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new TextBench("endless", 2))], Models = [model], Strategies = [strategy], Budget = new RunBudget { MaxCallsPerSample = limit } },
        new RunOptions { Folder = PathOf(folder), Concurrency = concurrency });

    /// <summary>Talks on for ever, in turn in its own scope and in shared ones.</summary>
    private sealed class Endless(bool swallows) : IPromptStrategy
    {
        public StrategyInfo Info => new() { Id = "endless", Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            for (var turn = 0; ; turn++)
            {
                try
                {
                    var scope = turn % 2 == 0 ? models : models.Share($"{input.Id}/{turn}");
                    await scope.Subject.CompleteAsync(ModelRequest.FromText($"turn {turn}"), cancellationToken);
                }
                catch (ModelException) when (swallows)
                {
                }
            }
        }
    }

    /// <summary>Has four rationales written, whatever it is told.</summary>
    private sealed class Insatiable : IPromptStrategy
    {
        public StrategyInfo Info => new() { Id = "insatiable", Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            for (var exemplar = 0; exemplar < 4; exemplar++)
            {
                try
                {
                    await models.Bank.GetOrCreateAsync($"{exemplar}", async token => (await models.Share($"{exemplar}").Subject.CompleteAsync(ModelRequest.FromText($"why {exemplar}?"), token)).Text, cancellationToken);
                }
                catch (ModelException)
                {
                }
            }

            return new ChoicePrediction { Labels = ["A"] };
        }
    }

    private sealed class Judged : IBenchmark
    {
        private readonly TextBench inner = new("judged", 2);

        public BenchmarkCard Card => inner.Card;

        public IPromptStrategy DefaultStrategy => inner.DefaultStrategy;

        public IReadOnlyList<IScorer> Scorers { get; } = [new EndlessJudge()];

        public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => inner.LoadAsync(split, source, cancellationToken);
    }

    private sealed class EndlessJudge : IScorer
    {
        public ScorerInfo Info => new ChoiceScorer().Info with { Id = "endless-judge" };

        public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        {
            for (var turn = 0; ; turn++)
            {
                try
                {
                    await models.Subject.CompleteAsync(ModelRequest.FromText($"verdict {turn}?"), cancellationToken);
                }
                catch (ModelException)
                {
                }
            }
        }
    }
}
