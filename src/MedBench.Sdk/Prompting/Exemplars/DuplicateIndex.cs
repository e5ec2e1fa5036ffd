namespace MedBench;

/// <summary>Finds stems that are the same question: equal, contained in one another, or nearly so.</summary>
/// <remarks>
/// Two stems that share 80 % of the shorter one's n runs of words share at least one of any n − ⌈0.8 n⌉ + 1 of them (prefix
/// filtering, Chaudhuri, Ganti and Kaushik, ICDE 2006), and a contained stem shares all. So it is enough to look up each stem's
/// rarest runs, which boilerplate such as "which of the following is the most likely" never is, and to compare there: the answer
/// is exact. Only stems of fewer than five words, of which few have 40 characters, are compared one by one.
/// </remarks>
internal sealed class DuplicateIndex
{
    private const int ShortestContained = 40;
    private const int FewestWords = 12;
    private const double NearShare = 0.8;

    private readonly NormalizedStem[] stems;
    private readonly RunIndex allRuns;
    private readonly RunIndex rareRuns;
    private readonly Dictionary<string, List<int>> byText = new(StringComparer.Ordinal);
    private readonly List<int> withoutRuns = [];

    private DuplicateIndex(NormalizedStem[] stems)
    {
        this.stems = stems;
        allRuns = RunIndex.Build(Array.ConvertAll(stems, stem => stem.Runs));
        rareRuns = RunIndex.Build(Array.ConvertAll(stems, stem => IsLongEnough(stem) ? RarestRuns(stem) : []));
        for (var i = 0; i < stems.Length; i++)
        {
            if (!byText.TryGetValue(stems[i].Text, out var equal))
            {
                byText[stems[i].Text] = equal = new List<int>(1);
            }

            equal.Add(i);
            if (stems[i].Runs.Length == 0 && IsLongEnough(stems[i]))
            {
                withoutRuns.Add(i);
            }
        }
    }

    internal static DuplicateIndex Build(IReadOnlyList<string> stems)
    {
        var normalized = new NormalizedStem[stems.Count];
        Parallel.For(0, normalized.Length, i => normalized[i] = NormalizedStem.Of(stems[i]));
        return new DuplicateIndex(normalized);
    }

    /// <summary>Returns the positions of the duplicates of a stem, ascending.</summary>
    internal int[] Find(string stem)
    {
        var asked = NormalizedStem.Of(stem);
        if (asked.Text.Length == 0)
        {
            return [];
        }

        var candidates = new HashSet<int>(withoutRuns);
        foreach (var run in asked.Runs)
        {
            rareRuns.AddTo(candidates, run);
        }

        if (IsLongEnough(asked))
        {
            AddContaining(asked, candidates);
        }

        var found = new SortedSet<int>(byText.GetValueOrDefault(asked.Text, []));
        found.UnionWith(candidates.Where(i => AreDuplicates(asked, stems[i])));
        return [.. found];
    }

    private static bool IsLongEnough(NormalizedStem stem) => stem.Text.Length >= ShortestContained || stem.WordCount >= FewestWords;

    private static bool AreDuplicates(NormalizedStem a, NormalizedStem b)
    {
        var (shorter, longer) = a.Text.Length <= b.Text.Length ? (a, b) : (b, a);
        return (shorter.Text.Length >= ShortestContained && longer.Contains(shorter))
            || (Math.Min(a.WordCount, b.WordCount) >= FewestWords
                && a.CountCommonRuns(b) >= NearShare * Math.Min(a.Runs.Length, b.Runs.Length));
    }

    private void AddContaining(NormalizedStem asked, HashSet<int> candidates)
    {
        if (asked.Runs.Length == 0)
        {
            candidates.UnionWith(Enumerable.Range(0, stems.Length));
        }

        foreach (var run in RarestRuns(asked))
        {
            allRuns.AddTo(candidates, run);
        }
    }

    private ulong[] RarestRuns(NormalizedStem stem)
    {
        if (stem.Runs.Length == 0)
        {
            return [];
        }

        var runs = stem.Runs.AsSpan().ToArray();
        Array.Sort(Array.ConvertAll(runs, allRuns.Estimate), runs);
        return runs[..(runs.Length - (int)Math.Ceiling(NearShare * runs.Length) + 1)];
    }
}
