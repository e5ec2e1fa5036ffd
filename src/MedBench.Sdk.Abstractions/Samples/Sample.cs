namespace MedBench;

/// <summary>One item of a benchmark: what may be shown and what may not.</summary>
public sealed record Sample
{
    /// <summary>Gets what a strategy sees.</summary>
    public required SampleInput Input { get; init; }

    /// <summary>Gets what only scorers see.</summary>
    public required Target Target { get; init; }

    /// <summary>Gets the family that the sample belongs to (an image pair, a vignette with several questions); null when it stands alone.</summary>
    /// <remarks>Samples of one cluster are not independent: intervals and tests resample clusters.</remarks>
    public string? ClusterId { get; init; }

    /// <summary>Gets the groups to report by, for instance <c>subject</c> = <c>anatomy</c>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = EmptyTags;

    /// <summary>Gets what the loader repaired or noticed in this record, for instance <c>duplicate-options</c>.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    private static readonly IReadOnlyDictionary<string, string> EmptyTags = new Dictionary<string, string>();
}
