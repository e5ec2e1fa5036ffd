namespace MedBench;

/// <summary>Identifies a scorer.</summary>
public sealed record ScorerInfo
{
    /// <summary>Gets the id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes whenever the same prediction could be scored otherwise.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the metric by its usual name, for instance <c>accuracy</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Gets one sentence on how samples without an answer are counted.</summary>
    public required string DenominatorPolicy { get; init; }

    /// <summary>Gets how the verdicts on single samples become the benchmark's number.</summary>
    public Aggregation Aggregation { get; init; }

    /// <summary>Gets the lowest and the highest value that a graded sample can have, the 0 of a missing answer included; null where there is no such bound, or it is not known.</summary>
    /// <remarks>A mean cannot lie outside, so reports cut its interval there. It is no part of a run's fingerprint, for it changes no score.</remarks>
    public ScoreRange? Range { get; init; }

    /// <summary>Gets every parameter by name, as invariant text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the roles that the scorer cannot do without, for instance <see cref="ModelRole.Judge"/>; a plan in which nobody plays one is refused before any call.</summary>
    public IReadOnlyList<string> RequiredRoles { get; init; } = [];
}
