using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>One scorer's verdicts on the samples of a row, and the number that they become.</summary>
/// <param name="aggregation">How they become one number.</param>
/// <param name="expected">How many there will be, about.</param>
internal sealed class MetricColumn(Aggregation aggregation, long expected = 0)
{
    private const int Resamples = 2_000;

    /// <summary>Where a class is so rare that more resamples than this lack it, what the others say is no longer about the same thing.</summary>
    private const double UndefinedShare = 0.1;

    private readonly ScoredSamples samples = new(expected);
    private readonly List<AggregateRow> rows = [];

    /// <summary>Gets the denominator: samples that have what the number needs, or clusters where these are what is counted.</summary>
    public int Count => IsMean ? samples.Count : IsOfClusters ? Clusters().Count : AggregateEvaluator.Create(aggregation, rows).Counted;

    /// <summary>Gets whether a sample that failed is to be known too, for it leaves others undecided.</summary>
    public bool KeepsUndecided => IsOfClusters;

    public Aggregation Aggregation => aggregation;

    public bool IsMean => aggregation == Aggregation.Mean;

    /// <summary>Computes the mean over a number of samples if those that are missing had a value each; null where the number is no mean.</summary>
    public double? MeanWith(double missing, int all) => aggregation switch
    {
        _ when all == 0 => null,
        Aggregation.Mean => (samples.Sum + missing) / all,
        Aggregation.ClippedMean => Math.Clamp((samples.Sum + missing) / all, 0, 1),
        _ => null,
    };

    /// <summary>Gets whether differences of samples add up to differences of the number, but for where it is cut.</summary>
    public bool IsSumOfSamples => aggregation is Aggregation.Mean or Aggregation.ClippedMean;

    private bool IsOfClusters => aggregation == Aggregation.AllOfCluster;

    /// <summary>Takes a verdict; one without a value counts as 0 in a mean.</summary>
    public void Add(SampleResult result, Score score)
    {
        samples.Add(result, score.Value ?? 0, score.Outcome != Outcome.Graded);
        if (!IsMean)
        {
            rows.Add(AggregateRow.Of(result, score));
        }
    }

    /// <summary>Takes a recorded verdict.</summary>
    public void Add(RecordedScore score)
    {
        samples.Add(score);
        if (!IsMean)
        {
            rows.Add(AggregateRow.Of(score));
        }
    }

    /// <summary>Computes the number with its interval: that of a mean in closed form, of anything else by resampling clusters.</summary>
    public Interval? Summarize()
    {
        if (IsMean || IsOfClusters || samples.Count == 0)
        {
            return IsOfClusters ? Clusters().Summarize() : samples.Summarize();
        }

        var evaluator = AggregateEvaluator.Create(aggregation, rows);
        var estimate = evaluator.Evaluate();
        if (double.IsNaN(estimate))
        {
            return null;
        }

        try
        {
            return Bootstrap.WeightedStatistic(rows.Count, evaluator.Evaluate, Options(samples.Clusters, 0.95)) with { Method = "bootstrap" };
        }
        catch (ArgumentException)
        {
            // So few samples that many a resample of them has no such number: then there is no interval to be had either.
            return new Interval(estimate, double.NegativeInfinity, double.PositiveInfinity, 0.95, "none");
        }
    }

    /// <summary>Compares with the same scorer's verdicts on another system, over the samples, or clusters, that both have.</summary>
    public PairedComparison? CompareWith(string name, MetricColumn earlier, double confidence = 0.95)
    {
        if (IsOfClusters && earlier.IsOfClusters)
        {
            return Clusters().CompareWith(name, earlier.Clusters(), confidence);
        }

        return IsMean ? samples.CompareWith(name, earlier.samples, confidence) : CompareAggregates(name, earlier, confidence);
    }

    /// <summary>Returns whether the verdicts are the same on every sample that both have.</summary>
    public bool IsLike(MetricColumn earlier)
        => samples.FindCommon(earlier.samples).TrueForAll(pair => samples.Values[pair.Mine].Equals(earlier.samples.Values[pair.Theirs]) && (IsMean || earlier.IsMean || rows[pair.Mine].IsLike(earlier.rows[pair.Theirs])));

    /// <summary>Computes the standard deviation of the differences from an earlier system, as if the number were a mean of them; 0 where it cannot be told.</summary>
    public double DeviationFrom(MetricColumn earlier, PairedComparison comparison)
    {
        if (IsMean || IsOfClusters)
        {
            return IsMean ? samples.DeviationFrom(earlier.samples) : Clusters().DeviationFrom(earlier.Clusters());
        }

        var (difference, z) = (comparison.Difference, NormalDistribution.TwoSidedQuantile(comparison.Difference.Confidence));
        var width = difference.Upper - difference.Lower;
        return double.IsFinite(width) ? width / (2 * z) * Math.Sqrt(comparison.Pairs) : 0;
    }

    /// <summary>Returns the verdicts on samples that all columns have as right or wrong, in one order; null where a score is a grade, or samples depend on each other.</summary>
    public static IReadOnlyList<IReadOnlyList<bool>>? Align(IReadOnlyList<MetricColumn> columns)
        => columns.All(column => column.IsMean) ? ScoredSamples.Align([.. columns.Select(column => column.samples)]) : null;

    private PairedComparison? CompareAggregates(string name, MetricColumn earlier, double confidence)
    {
        var common = samples.FindCommon(earlier.samples);
        if (common.Count == 0)
        {
            return null;
        }

        var (now, before) = (Evaluator(common.Select(pair => rows[pair.Mine])), earlier.Evaluator(common.Select(pair => earlier.rows[pair.Theirs])));
        var difference = now.Evaluate() - before.Evaluate();
        if (double.IsNaN(difference))
        {
            return null;
        }

        var comparison = new PairedComparison
        {
            With = name,
            Pairs = common.Count,
            Gained = common.Count(pair => samples.Values[pair.Mine] > earlier.samples.Values[pair.Theirs]),
            Lost = common.Count(pair => samples.Values[pair.Mine] < earlier.samples.Values[pair.Theirs]),
            Difference = new Interval(difference, double.NegativeInfinity, double.PositiveInfinity, confidence, "none"),
        };
        try
        {
            var result = PairedBootstrap.StatisticDifference(common.Count, before.Evaluate, now.Evaluate, Options([.. common.Select(pair => samples.Clusters[pair.Mine])], confidence));
            return comparison with { Difference = result.Difference with { Method = "paired bootstrap" }, PValue = result.PValue, Test = "paired bootstrap" };
        }
        catch (ArgumentException)
        {
            return comparison;
        }
    }

    private AggregateEvaluator Evaluator(IEnumerable<AggregateRow> chosen) => AggregateEvaluator.Create(aggregation, [.. chosen]);

    /// <summary>Turns clusters into right-or-wrong verdicts of their own; those with a member of which nothing is known are left out.</summary>
    private ScoredSamples Clusters()
    {
        var members = new Dictionary<ulong, (ulong Family, bool IsRight, bool IsUndecided)>();
        for (var i = 0; i < rows.Count; i++)
        {
            var known = members.GetValueOrDefault(rows[i].Cluster, (samples.Clusters[i], true, false));
            members[rows[i].Cluster] = (known.Item1, known.Item2 && rows[i].Value is 1, known.Item3 || rows[i].IsUndecided);
        }

        var clusters = new ScoredSamples();
        foreach (var (cluster, (family, isRight, _)) in members.Where(member => !member.Value.IsUndecided))
        {
            clusters.Add(cluster, family, isRight ? 1 : 0, isBinary: true);
        }

        return clusters;
    }

    private static BootstrapOptions Options(IReadOnlyList<ulong> clusters, double confidence) => new()
    {
        Method = BootstrapMethod.Percentile,
        Confidence = confidence,
        Resamples = Resamples,
        Design = SamplingDesign.Clustered(clusters),
        UndefinedShare = UndefinedShare,
    };
}
