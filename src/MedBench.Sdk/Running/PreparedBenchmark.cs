namespace MedBench.Running;

/// <summary>A benchmark of a plan after its data was read once from end to end and found whole.</summary>
internal sealed record PreparedBenchmark
{
    public required BenchmarkSelection Selection { get; init; }

    public required IDatasetSource Source { get; init; }

    public required IReadOnlyList<IPromptStrategy> Strategies { get; init; }

    /// <summary>Gets the number of samples to evaluate.</summary>
    public required int Count { get; init; }

    public required string SampleHash { get; init; }

    public required IReadOnlyList<DatasetFileHash> Files { get; init; }

    public IExemplarPool? Pool { get; init; }

    public string? PoolHash { get; init; }
}
