namespace MedBench.Statistics;

/// <summary>Intervals for a proportion of independent samples.</summary>
public static class ProportionInterval
{
    /// <summary>Computes the Wilson score interval without continuity correction.</summary>
    /// <param name="successes">Number of successes, from 0 to <paramref name="total"/>.</param>
    /// <param name="total">Number of samples, at least 1.</param>
    /// <param name="confidence">Nominal coverage between 0 and 1.</param>
    /// <remarks>
    /// Centre (p + z²/2n) / (1 + z²/n), half width z·√(p(1−p)/n + z²/4n²) / (1 + z²/n). Wilson, J. Am. Stat. Assoc. 22 (1927)
    /// 209–212; recommended over Wald by Brown, Cai and DasGupta, Stat. Sci. 16 (2001) 101–133.
    /// </remarks>
    public static Interval Wilson(long successes, long total, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, total);
        var z = NormalDistribution.TwoSidedQuantile(confidence);
        var (n, p) = ((double)total, (double)successes / total);
        var scale = 1 + (z * z / n);
        var centre = (p + (z * z / (2 * n))) / scale;
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / scale;
        // Rounding may leave 1e-17 where the formula gives exactly 0 or 1.
        return new Interval(p, successes == 0 ? 0 : centre - half, successes == total ? 1 : centre + half, confidence, "Wilson");
    }
}
