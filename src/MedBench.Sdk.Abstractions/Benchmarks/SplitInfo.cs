namespace MedBench;

/// <summary>Describes one split of a benchmark and the files in which it is published.</summary>
public sealed record SplitInfo
{
    /// <summary>Gets the name, for instance <c>test</c>, <c>validation</c>, <c>train</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the number of records as published; null where it is not fixed.</summary>
    public int? Count { get; init; }

    /// <summary>Gets the file names under which the split is published, best first; <c>*</c> stands for any characters.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
