namespace MedBench;

/// <summary>A worked example that a prompt may show: a question, its answer and perhaps the reasoning between them.</summary>
/// <remarks>It is a type of its own so that an evaluated <see cref="Sample"/> can never be passed where an example is wanted.</remarks>
public sealed record Exemplar
{
    /// <summary>Gets the question.</summary>
    public required SampleInput Input { get; init; }

    /// <summary>Gets the answer as it is to be shown: an option's label, the labels of several joined by commas, or text.</summary>
    public required string Answer { get; init; }

    /// <summary>Gets the reasoning that the set publishes with the answer; null where it has none.</summary>
    public string? Rationale { get; init; }
}
