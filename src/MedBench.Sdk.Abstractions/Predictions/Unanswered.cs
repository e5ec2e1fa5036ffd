namespace MedBench;

/// <summary>The strategy ended without an answer, and this is why.</summary>
/// <param name="Outcome">Abstained, Unparsed, Refused, Truncated or Unsupported.</param>
public sealed record Unanswered(Outcome Outcome) : Prediction;
