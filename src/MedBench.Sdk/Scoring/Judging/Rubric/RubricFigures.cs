using System.Runtime.InteropServices;
using MedBench.Statistics;

namespace MedBench.Metrics;

/// <summary>The table that HealthBench prints: the overall score, one figure for each tag of samples, and one for each tag of criteria.</summary>
/// <remarks>
/// <c>_aggregate_get_clipped_mean</c> and <c>_compute_clipped_stats</c> of openai/simple-evals, <c>healthbench_eval.py</c>: a sample's own tags (<c>theme:…</c>,
/// <c>physician_agreed_category:…</c>) have its score, the tags of criteria (<c>axis:…</c>, <c>level:…</c>, <c>cluster:…</c>) the score over these criteria, where any of them gives points.
/// A deviation is that of 1,000 bootstrap means, each cut to 0..1, with 1,000 in its denominator. The published ones are drawn without a seed and
/// differ from run to run; these follow from the seed, by the draws of <see cref="Bootstrap"/>.
/// </remarks>
public static class RubricFigures
{
    /// <summary>The name of the figure over all samples.</summary>
    public const string Overall = "overall_score";

    private const string CriterionTag = "tag:";
    private const int Resamples = 1000;

    /// <summary>Computes the table.</summary>
    /// <param name="rows">The tags of each sample, written <c>name:value</c>, and its verdict by a <see cref="RubricScorer"/>. Verdicts without a value are left out.</param>
    /// <param name="seed">The seed of the resamples.</param>
    /// <returns>The figures, the overall one first and the others by their names.</returns>
    public static IReadOnlyList<RubricFigure> Of(IEnumerable<(IReadOnlyList<string> Tags, Score Score)> rows, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var values = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var (tags, score) in rows)
        {
            if (score.Value is not { } value)
            {
                continue;
            }

            foreach (var (name, figure) in tags.Prepend(Overall).Select(tag => (tag, value)).Concat(score.Parts.Where(part => part.Key.StartsWith(CriterionTag, StringComparison.Ordinal)).Select(part => (part.Key[CriterionTag.Length..], part.Value))))
            {
                if (!values.TryGetValue(name, out var known))
                {
                    values.Add(name, known = []);
                }

                known.Add(figure);
            }
        }

        return [.. values.OrderBy(entry => entry.Key == Overall ? 0 : 1).Select(entry => new RubricFigure(entry.Key, ClippedMean(entry.Value), entry.Value.Count, Spread(entry.Value, seed)))];
    }

    private static double ClippedMean(List<double> values) => Math.Clamp(values.Average(), 0, 1);

    /// <summary>Draws as <see cref="Bootstrap.Mean"/> does and keeps the cut means, whose deviation is published instead of an interval.</summary>
    private static double Spread(List<double> values, long seed)
    {
        var means = new UnitMeans(CollectionsMarshal.AsSpan(values), SamplingDesign.Independent(values.Count)).Draw(Resamples, seed).AsSpan();
        foreach (ref var mean in means)
        {
            mean = Math.Clamp(mean, 0, 1);
        }

        var (centre, squares) = (0.0, 0.0);
        foreach (var mean in means)
        {
            centre += mean / Resamples;
        }

        foreach (var mean in means)
        {
            squares += (mean - centre) * (mean - centre) / Resamples;
        }

        return Math.Sqrt(squares);
    }
}
