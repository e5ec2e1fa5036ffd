namespace MedBench;

/// <summary>The lowest and the highest value that a scorer can give to one sample.</summary>
/// <param name="Lower">The lowest value.</param>
/// <param name="Upper">The highest value.</param>
public readonly record struct ScoreRange(double Lower, double Upper)
{
    /// <summary>Gets the range of shares, F1 and the like: from 0 to 1.</summary>
    public static ScoreRange ZeroToOne { get; } = new(0, 1);
}
