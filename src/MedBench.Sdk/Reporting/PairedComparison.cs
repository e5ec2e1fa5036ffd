using MedBench.Statistics;

namespace MedBench;

/// <summary>Two systems on the same samples.</summary>
public sealed record PairedComparison
{
    /// <summary>Gets the system compared with.</summary>
    public required string With { get; init; }

    /// <summary>Gets the difference, this − other, with its interval.</summary>
    public required Interval Difference { get; init; }

    /// <summary>Gets the two-sided p-value of the exact McNemar test; null where scores are graded.</summary>
    public double? PValue { get; init; }

    /// <summary>Gets the samples that both systems have in their denominators.</summary>
    public required int Pairs { get; init; }

    /// <summary>Gets the samples that were wrong before and are right now.</summary>
    public int Gained { get; init; }

    /// <summary>Gets the samples that were right before and are wrong now.</summary>
    public int Lost { get; init; }
}
