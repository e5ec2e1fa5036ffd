namespace MedBench.Running;

/// <summary>A benchmark of a plan after its data was read once from end to end and found whole.</summary>
internal sealed record PreparedBenchmark
{
    public required BenchmarkSelection Selection { get; init; }

    public required IDatasetSource Source { get; init; }

    public required IReadOnlyList<IPromptStrategy> Strategies { get; init; }

    public required IReadOnlyList<IModelClient> Models { get; init; }

    /// <summary>Gets the number of samples to evaluate.</summary>
    public required int Count { get; init; }

    /// <summary>Gets those whom the benchmark supplies for roles that the plan gives to nobody.</summary>
    public required IReadOnlyDictionary<string, IModelClient> Roles { get; init; }

    public required string SampleHash { get; init; }

    public required IReadOnlyList<DatasetFileHash> Files { get; init; }

    /// <summary>Gets the worked examples; null where no strategy shows any.</summary>
    public IReadOnlyList<Exemplar>? Exemplars { get; init; }

    public string? PoolHash { get; init; }

    public int DocumentCount { get; init; }

    /// <summary>Gets the hash of the documents; null where no strategy searches any.</summary>
    public string? DocumentHash { get; init; }
}
