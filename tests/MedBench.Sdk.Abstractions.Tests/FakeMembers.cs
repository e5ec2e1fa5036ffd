namespace MedBench.Tests;

/// <summary>A benchmark that is nothing but its id.</summary>
internal class FakeBenchmark(string id, string version = "1") : IBenchmark
{
    public BenchmarkCard Card { get; } = new()
    {
        Id = id, Version = version, Title = id, Citation = id, License = "MIT", Splits = [], PrimaryMetric = "accuracy", PromptFields = [],
    };

    public IPromptStrategy DefaultStrategy => throw new NotSupportedException();

    public IReadOnlyList<IScorer> Scorers => [];

    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
        => AsyncEnumerable.Empty<Sample>();
}

/// <summary>Another class with any id.</summary>
internal sealed class OtherBenchmark(string id) : FakeBenchmark(id);

/// <summary>A strategy that is nothing but its id and one parameter.</summary>
internal sealed class FakeStrategy(string id, string shots = "5") : IPromptStrategy
{
    public StrategyInfo Info { get; } = new() { Id = id, Version = "1", Parameters = new Dictionary<string, string> { ["shots"] = shots } };

    public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();
}

/// <summary>A scorer that is nothing but its id.</summary>
internal sealed class FakeScorer(string id) : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = id, Version = "1", Metric = "accuracy", DenominatorPolicy = "all" };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => throw new NotSupportedException();
}
