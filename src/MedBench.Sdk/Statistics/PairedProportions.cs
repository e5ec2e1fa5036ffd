namespace MedBench.Statistics;

/// <summary>Compares two proportions measured on the same samples.</summary>
public static class PairedProportions
{
    /// <summary>Computes an interval for the difference second − first.</summary>
    /// <param name="onlyFirst">Samples right in the first and wrong in the second.</param>
    /// <param name="onlySecond">Samples wrong in the first and right in the second.</param>
    /// <param name="total">All pairs, at least 1.</param>
    /// <param name="confidence">Nominal coverage between 0 and 1.</param>
    /// <remarks>
    /// The adjusted Wald interval of Bonett and Price, J. Educ. Behav. Stat. 37 (2012) 479–488: with p₁₂ = (onlySecond + 1)/(n + 2)
    /// and p₂₁ = (onlyFirst + 1)/(n + 2), the interval is p₁₂ − p₂₁ ± z·√((p₁₂ + p₂₁ − (p₁₂ − p₂₁)²)/(n + 2)), cut to [−1, 1]. The estimate is
    /// the plain difference.
    /// </remarks>
    public static Interval Difference(long onlyFirst, long onlySecond, long total, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(onlyFirst + onlySecond, total);
        var n = total + 2.0;
        var (gain, loss) = ((onlySecond + 1) / n, (onlyFirst + 1) / n);
        var centre = gain - loss;
        var half = NormalDistribution.TwoSidedQuantile(confidence) * Math.Sqrt((gain + loss - (centre * centre)) / n);
        return new Interval((double)(onlySecond - onlyFirst) / total, Math.Max(-1, centre - half), Math.Min(1, centre + half), confidence, "Bonett–Price");
    }

    /// <summary>Computes the two-sided p-value of the exact McNemar test.</summary>
    /// <param name="onlyFirst">Samples right in the first and wrong in the second.</param>
    /// <param name="onlySecond">Samples wrong in the first and right in the second.</param>
    /// <returns>2·P(X ≤ min) for X binomial with n = both counts and p = ½, at most 1; 1 where the systems never differ.</returns>
    /// <remarks>McNemar, Psychometrika 12 (1947) 153–157; exact form conditional on the discordant pairs.</remarks>
    public static double McNemarExact(long onlyFirst, long onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        var n = onlyFirst + onlySecond;
        return n == 0 ? 1 : Math.Min(1, 2 * MathNet.Numerics.Distributions.Binomial.CDF(0.5, checked((int)n), Math.Min(onlyFirst, onlySecond)));
    }
}
