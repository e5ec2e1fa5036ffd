namespace MedBench;

/// <summary>One text of the collection that a benchmark's samples search.</summary>
public sealed record Document
{
    /// <summary>Gets the id, unique in its collection: what a <see cref="RankingTarget"/> grades.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the text.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the title; null where it has none.</summary>
    public string? Title { get; init; }
}
