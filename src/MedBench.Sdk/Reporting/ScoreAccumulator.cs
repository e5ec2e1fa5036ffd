using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>Collects the values of one score: a tally while they are right or wrong and independent, all of them otherwise.</summary>
internal sealed class ScoreAccumulator
{
    private readonly List<double> values = [];
    private readonly List<string> clusters = [];
    private bool binary = true;

    public int Count => values.Count;

    public double Sum => values.Sum();

    public void Add(double value, string cluster, bool isBinary)
    {
        values.Add(value);
        clusters.Add(cluster);
        binary &= isBinary;
    }

    /// <summary>Computes Wilson's interval for independent right-or-wrong samples, a cluster-robust one otherwise.</summary>
    public Interval? Summarize()
    {
        if (values.Count == 0)
        {
            return null;
        }

        var independent = clusters.ToHashSet(StringComparer.Ordinal).Count == values.Count;
        return binary && independent
            ? ProportionInterval.Wilson((long)Math.Round(values.Sum()), values.Count)
            : MeanInterval.Clustered(values, clusters);
    }
}
