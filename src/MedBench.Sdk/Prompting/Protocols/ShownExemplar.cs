namespace MedBench;

/// <summary>A worked example as it stands in a prompt.</summary>
/// <param name="Exemplar">The example.</param>
/// <param name="Rationale">The reasoning to show; null shows the answer alone.</param>
public sealed record ShownExemplar(Exemplar Exemplar, string? Rationale);
