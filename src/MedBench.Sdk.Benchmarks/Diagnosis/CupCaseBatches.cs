namespace MedBench.Metrics;

/// <summary>The two numbers that CUPCase reports: the mean of the means of batches, and their standard deviation (of the population).</summary>
/// <param name="Mean">The mean of the batches' means.</param>
/// <param name="Deviation">The standard deviation of the batches' means, divided by their number and not by one less.</param>
/// <param name="Count">The number of batches.</param>
public readonly record struct CupCaseBatches(double Mean, double Deviation, int Count)
{
    /// <summary>Computes both, as <c>bootstrap_sampling_mean_std.py</c> of nadavlab/CUPCase does.</summary>
    /// <param name="values">The values of the samples in the order of the run, at least one.</param>
    /// <param name="size">The samples of a batch; the last batch may have fewer and counts as much as the others.</param>
    public static CupCaseBatches Of(IReadOnlyList<double> values, int size = 250)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count, nameof(values));
        double[] means = [.. values.Chunk(size).Select(batch => batch.Average())];
        var mean = means.Average();
        return new CupCaseBatches(mean, Math.Sqrt(means.Average(value => (value - mean) * (value - mean))), means.Length);
    }
}
