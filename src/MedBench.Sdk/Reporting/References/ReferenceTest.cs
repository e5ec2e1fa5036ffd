using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>Computes the difference between a row's score and a published number of which only the aggregate is known.</summary>
internal static class ReferenceTest
{
    private const double PublishedConfidence = 0.95;

    /// <summary>The method of scores that are right-or-wrong verdicts on independent samples.</summary>
    private const string Counted = "Wilson";

    /// <summary>Finds the row's score by a metric, or by the name of a further score, and which scorer's it is, null for the headline's; null where it has none.</summary>
    public static (Interval Score, int Count, string? Scorer)? FindScore(CellSummary cell, string metric)
    {
        if (cell.Metric == metric)
        {
            return cell.Score is { } headline ? (headline, cell.Denominator, null) : null;
        }

        var further = cell.FurtherScores.OrderBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault(pair => pair.Key == metric || pair.Value.Metric == metric);
        return further.Value is null ? null : (further.Value.Score, further.Value.Count, further.Key);
    }

    public static ReferenceComparison Apply(ReferenceComparison comparison, Interval score, int count)
    {
        var reference = comparison.Reference;
        if (score.Method == Counted && ReferenceRules.IsProportion(reference.Metric))
        {
            var right = (int)Math.Round(score.Estimate * count);
            if (reference.Items is { } items)
            {
                return CompareCounts(comparison, right, count, (int)Math.Round(reference.Value * items), items);
            }

            if (PublishedError(reference) is null)
            {
                return comparison with
                {
                    Difference = Shift(score, reference.Value) with { Method = "Wilson, published value fixed" },
                    Test = "binomial mid-p, published value fixed",
                    PValue = ProportionTest.BinomialMidP(right, count, reference.Value),
                };
            }
        }

        return CompareErrors(comparison, score, reference);
    }

    private static ReferenceComparison CompareCounts(ReferenceComparison comparison, int right, int count, int published, int items) => comparison with
    {
        Difference = IndependentProportions.Newcombe(right, count, published, items),
        Test = "Fisher mid-p",
        PValue = IndependentProportions.FisherMidP(right, count, published, items),
    };

    private static ReferenceComparison CompareErrors(ReferenceComparison comparison, Interval score, ReferenceResult reference)
    {
        var published = PublishedError(reference);
        var z = NormalDistribution.TwoSidedQuantile(score.Confidence);
        var error = double.Hypot((score.Upper - score.Lower) / (2 * z), published ?? 0);
        var difference = score.Estimate - reference.Value;
        var basis = published is null ? "normal approximation, published value fixed" : "normal approximation";
        var isTestable = double.IsFinite(error) && error > 0;
        return comparison with
        {
            Difference = new Interval(difference, difference - (z * error), difference + (z * error), score.Confidence, basis),
            Test = isTestable ? published is null ? "z test, published value fixed" : "z test" : null,
            PValue = isTestable ? 2 * NormalDistribution.LowerTail(-Math.Abs(difference) / error) : null,
        };
    }

    /// <summary>Finds the standard error of a published number: as published, from its interval, or of a share of items.</summary>
    private static double? PublishedError(ReferenceResult reference) => reference switch
    {
        { StandardError: { } error } => error,
        { Lower: { } lower, Upper: { } upper } => (upper - lower) / (2 * NormalDistribution.TwoSidedQuantile(PublishedConfidence)),
        { Items: { } items } when ReferenceRules.IsProportion(reference.Metric) => Math.Sqrt(reference.Value * (1 - reference.Value) / items),
        _ => null,
    };

    private static Interval Shift(Interval interval, double value)
        => interval with { Estimate = interval.Estimate - value, Lower = interval.Lower - value, Upper = interval.Upper - value };
}
