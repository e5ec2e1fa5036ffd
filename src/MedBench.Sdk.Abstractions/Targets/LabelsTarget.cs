namespace MedBench;

/// <summary>The right set of labels.</summary>
/// <param name="Labels">The labels; order has no meaning.</param>
public sealed record LabelsTarget(IReadOnlyList<string> Labels) : Target;
