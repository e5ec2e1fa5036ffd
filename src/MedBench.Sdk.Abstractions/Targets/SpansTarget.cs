namespace MedBench;

/// <summary>The labelled pieces of text to find.</summary>
/// <param name="Spans">The pieces.</param>
public sealed record SpansTarget(IReadOnlyList<TextSpan> Spans) : Target;
