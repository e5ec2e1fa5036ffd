using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>Compares two systems over the samples that both have in their denominators.</summary>
internal static class PairedComparer
{
    public static PairedComparison? Compare(
        string with,
        IReadOnlyDictionary<(string Id, int Epoch), (double Value, bool Binary)> before,
        IReadOnlyDictionary<(string Id, int Epoch), (double Value, bool Binary)> now)
    {
        var pairs = now.Where(pair => before.ContainsKey(pair.Key)).Select(pair => (pair.Key.Id, Before: before[pair.Key], Now: pair.Value)).ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        var independent = pairs.Select(pair => pair.Id).Distinct(StringComparer.Ordinal).Count() == pairs.Count;
        var gained = pairs.Count(pair => pair.Now.Value > pair.Before.Value);
        var lost = pairs.Count(pair => pair.Now.Value < pair.Before.Value);
        var binary = independent && pairs.All(pair => pair.Before.Binary && pair.Now.Binary);
        return new PairedComparison
        {
            With = with,
            Pairs = pairs.Count,
            Gained = gained,
            Lost = lost,
            Difference = binary
                ? PairedProportions.Difference(lost, gained, pairs.Count)
                : MeanInterval.Clustered([.. pairs.Select(pair => pair.Now.Value - pair.Before.Value)], [.. pairs.Select(pair => pair.Id)]),
            PValue = binary ? PairedProportions.McNemarExact(lost, gained) : null,
        };
    }
}
