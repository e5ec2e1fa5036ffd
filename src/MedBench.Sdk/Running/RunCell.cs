namespace MedBench.Running;

/// <summary>One benchmark with one model and one strategy: a row of the report.</summary>
internal sealed class RunCell
{
    public required PreparedBenchmark Benchmark { get; init; }

    public required IModelClient Model { get; init; }

    public required IPromptStrategy Strategy { get; init; }

    public required RunServices Services { get; init; }

    /// <summary>Gets the ordinal of the cell's first sample; samples of one epoch follow one another.</summary>
    public required long FirstOrdinal { get; init; }

    public required int Epochs { get; init; }

    public long Count => (long)Benchmark.Count * Epochs;

    /// <summary>Returns the ordinal of an epoch's first sample.</summary>
    public long FirstOf(int epoch) => FirstOrdinal + ((long)epoch * Benchmark.Count);

    public string Stage => $"{Benchmark.Selection.Benchmark.Card.Id} · {Strategy.Info.Id} · {Model.Info.Id}";
}
