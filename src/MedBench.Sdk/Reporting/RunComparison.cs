using MedBench.Running;
using MedBench.Statistics;

namespace MedBench;

/// <summary>Compares two runs sample by sample.</summary>
public sealed record RunComparison
{
    /// <summary>Gets the row of the first run.</summary>
    public required CellSummary First { get; init; }

    /// <summary>Gets the row of the second run.</summary>
    public required CellSummary Second { get; init; }

    /// <summary>Gets the difference, second − first, over the samples that both have; null where a row's score is withheld (<see cref="CellSummary.Withheld"/>), and where <see cref="Unscored"/> says why.</summary>
    /// <remarks>Where too few samples are in common for an interval and none of them differs, the interval is the point 0, which is what was seen and no bound on what was not.</remarks>
    public required PairedComparison? Difference { get; init; }

    /// <summary>Gets why the samples that both runs have could not be compared though no score is withheld, for instance because all are unsupported; null where they could.</summary>
    public string? Unscored { get; init; }

    /// <summary>Gets the samples that were wrong in the first run and are right in the second; empty where there is no difference.</summary>
    public required IReadOnlyList<string> Gained { get; init; }

    /// <summary>Gets the samples that were right in the first run and are wrong in the second; empty where there is no difference.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Gets the share of common samples whose requests were the same byte for byte, from 0 to 1.</summary>
    public required double SameRequests { get; init; }

    /// <summary>Gets the difference between the two scores as the runs report them, each over all its samples; null where a score is withheld.</summary>
    public required double? Gap { get; init; }

    /// <summary>Gets the gap split by what differs, the largest part first; empty where there is no gap, and for a metric that is no mean, whose gap samples do not add up to.</summary>
    public required IReadOnlyList<DifferencePart> Parts { get; init; }

    /// <summary>Compares the rows of two runs: those of one benchmark, strategy and model, or of one benchmark where each run has a single row of it.</summary>
    /// <param name="firstFolder">The first run folder.</param>
    /// <param name="secondFolder">The second run folder.</param>
    /// <exception cref="InvalidDataException">A folder holds no run, or the runs have no row in common.</exception>
    public static IReadOnlyList<RunComparison> Compare(string firstFolder, string secondFolder)
    {
        var (first, second) = (Load(firstFolder), Load(secondFolder));
        var comparisons = new List<RunComparison>();
        foreach (var (key, run) in second)
        {
            var partner = first.GetValueOrDefault(key);
            var sole = first.Where(pair => pair.Key.Benchmark == key.Benchmark).ToList();
            if (partner is null && sole.Count == 1 && second.Keys.Count(other => other.Benchmark == key.Benchmark) == 1)
            {
                partner = sole[0].Value;
            }

            if (partner is not null && Compare(partner, run) is { } comparison)
            {
                comparisons.Add(comparison);
            }
        }

        return comparisons.Count > 0
            ? comparisons
            : throw new InvalidDataException($"'{firstFolder}' and '{secondFolder}' have no sample of one benchmark in common. Compare runs over the same benchmark and split.");
    }

    private static RunComparison? Compare(ComparedRow first, ComparedRow second)
    {
        var isWithheld = (first.Summary.Withheld ?? second.Summary.Withheld) is not null;
        var difference = isWithheld || first.Scored.Aggregation != second.Scored.Aggregation ? null : second.Scored.CompareWith(first.Summary.Strategy, first.Scored);
        var unscored = difference is null && !isWithheld ? ComparedRow.ExplainSilence(first, second) : null;
        if (difference is null && !isWithheld && unscored is null)
        {
            return null;
        }

        var common = second.Results.Where(pair => first.Results.ContainsKey(pair.Key))
            .Select(pair => (pair.Key.Id, Before: first.Results[pair.Key], Now: pair.Value)).ToList();
        var shown = difference is null ? [] : common;
        var explainer = new DifferenceExplainer(StrategyDifference.Find(first.Manifest, first.Summary, second.Manifest, second.Summary));
        return new RunComparison
        {
            First = first.Summary,
            Second = second.Summary,
            Difference = difference is { Difference: var interval } && !double.IsFinite(interval.Upper - interval.Lower) && second.Scored.IsLike(first.Scored)
                ? difference with { Difference = new Interval(0, 0, 0, interval.Confidence, "no sample differs") }
                : difference,
            Unscored = unscored,
            Gap = difference is null ? null : second.Summary.Score?.Estimate - first.Summary.Score?.Estimate,
            Parts = difference is null || !first.Scored.IsSumOfSamples || !second.Scored.IsSumOfSamples ? [] : explainer.Explain(first.Results, second.Results),
            Gained = [.. shown.Where(pair => pair.Now.Value > pair.Before.Value).Select(pair => pair.Id)],
            Lost = [.. shown.Where(pair => pair.Now.Value < pair.Before.Value).Select(pair => pair.Id)],
            SameRequests = common.Count == 0 ? 0 : (double)common.Count(pair => pair.Now.Request == pair.Before.Request) / common.Count,
        };
    }

    private static Dictionary<CellKey, ComparedRow> Load(string folder)
    {
        var cells = RunReader.ReadSummary(folder).Cells;
        var manifest = RunManifest.Read(Path.Combine(folder, "manifest.json"));
        var rows = cells.ToDictionary(cell => new CellKey(cell.Benchmark, cell.Model, cell.Strategy), cell => new ComparedRow(manifest, cell));
        foreach (var result in RunReader.ReadResults(folder))
        {
            rows[CellKey.Of(result)].Add(result);
        }

        return rows;
    }
}
