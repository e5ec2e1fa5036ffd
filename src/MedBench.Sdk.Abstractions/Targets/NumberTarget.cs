namespace MedBench;

/// <summary>A number with the limits within which an answer is right.</summary>
/// <param name="Value">The exact value.</param>
/// <param name="Lower">The smallest right answer.</param>
/// <param name="Upper">The largest right answer.</param>
public sealed record NumberTarget(double Value, double Lower, double Upper) : Target;
