using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>Cuts the intervals that a report shows to the ranges of their scores, outside which no mean can lie: that costs them no coverage.</summary>
/// <remarks>What is computed from an interval's width, such as the error in a comparison with a published number, is computed before.</remarks>
internal static class RangeCut
{
    public static CellSummary Apply(CellSummary cell, RunManifest manifest)
    {
        var range = manifest.RangeOf(cell.Benchmark, scorer: null);
        return cell with
        {
            Score = cell.Score is { } score ? Apply(score, range) : null,
            Groups = [.. cell.Groups.Select(group => group.Score is { } part ? group with { Score = Apply(part, range) } : group)],
            FurtherScores = cell.FurtherScores.ToDictionary(pair => pair.Key, pair => pair.Value with { Score = Apply(pair.Value.Score, manifest.RangeOf(cell.Benchmark, pair.Key)) }, StringComparer.Ordinal),
        };
    }

    /// <summary>Cuts an interval, but never off its estimate, should a scorer have promised too much.</summary>
    public static Interval Apply(Interval interval, ScoreRange? range) => range is not { } bounds ? interval : interval with
    {
        Lower = Math.Max(interval.Lower, Math.Min(bounds.Lower, interval.Estimate)),
        Upper = Math.Min(interval.Upper, Math.Max(bounds.Upper, interval.Estimate)),
    };
}
