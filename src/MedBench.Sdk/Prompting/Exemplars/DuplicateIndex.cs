using System.Buffers;

namespace MedBench;

/// <summary>Finds stems that are the same question: equal, contained in one another, or nearly so.</summary>
/// <remarks>
/// A contained stem shares all its runs of words with the one that contains it, so it is enough to look where its rarest run
/// occurs and to compare there; the answer is exact. Only stems of fewer than five words, of which few have 40 characters, are compared one by one.
/// </remarks>
internal sealed class DuplicateIndex
{
    private const int ShortestContained = 40;
    private const int FewestWords = 12;
    private const double NearShare = 0.8;

    private readonly NormalizedStem[] stems;
    private readonly RunIndex runs;
    private readonly Dictionary<string, List<int>> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<int>> byRarestRun = [];
    private readonly List<int> withoutRuns = [];

    private DuplicateIndex(NormalizedStem[] stems)
    {
        this.stems = stems;
        runs = RunIndex.Build(Array.ConvertAll(stems, stem => stem.Runs));
        for (var i = 0; i < stems.Length; i++)
        {
            Add(byText, stems[i].Text, i);
            if (stems[i].Text.Length < ShortestContained)
            {
                continue;
            }

            if (stems[i].Runs.Length == 0)
            {
                withoutRuns.Add(i);
            }
            else
            {
                Add(byRarestRun, RarestRun(stems[i]), i);
            }
        }
    }

    internal static DuplicateIndex Build(IReadOnlyList<string> stems) => new([.. stems.AsParallel().AsOrdered().Select(NormalizedStem.Of)]);

    /// <summary>Returns the positions of the duplicates of a stem, ascending.</summary>
    internal int[] Find(string stem)
    {
        var asked = NormalizedStem.Of(stem);
        if (asked.Text.Length == 0)
        {
            return [];
        }

        var found = new SortedSet<int>(byText.GetValueOrDefault(asked.Text, []));
        FindContained(asked, found);
        if (asked.Text.Length >= ShortestContained)
        {
            FindContaining(asked, found);
        }

        if (asked.WordCount >= FewestWords)
        {
            FindNear(asked, found);
        }

        return [.. found];
    }

    private void FindContained(NormalizedStem asked, SortedSet<int> found)
    {
        found.UnionWith(withoutRuns.Where(i => asked.Contains(stems[i])));
        foreach (var run in asked.Runs)
        {
            found.UnionWith(byRarestRun.GetValueOrDefault(run, []).Where(i => asked.Contains(stems[i])));
        }
    }

    private void FindContaining(NormalizedStem asked, SortedSet<int> found)
    {
        if (asked.Runs.Length == 0)
        {
            found.UnionWith(Enumerable.Range(0, stems.Length).Where(i => stems[i].Contains(asked)));
            return;
        }

        WithCounts([RarestRun(asked)], (i, _) =>
        {
            if (stems[i].Contains(asked))
            {
                found.Add(i);
            }
        });
    }

    private void FindNear(NormalizedStem asked, SortedSet<int> found) => WithCounts(asked.Runs, (i, common) =>
    {
        if (stems[i].WordCount >= FewestWords && common >= NearShare * Math.Min(asked.Runs.Length, stems[i].Runs.Length))
        {
            found.Add(i);
        }
    });

    private void WithCounts(ulong[] wanted, Action<int, int> visit)
    {
        var rented = ArrayPool<int>.Shared.Rent(stems.Length);
        var counts = rented.AsSpan(0, stems.Length);
        counts.Clear();
        foreach (var run in wanted)
        {
            runs.AddTo(counts, run);
        }

        for (int i = 0, skip; i < counts.Length && (skip = counts[i..].IndexOfAnyExcept(0)) >= 0; i++)
        {
            i += skip;
            visit(i, counts[i]);
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    private ulong RarestRun(NormalizedStem stem) => stem.Runs.MinBy(runs.Count);

    private static void Add<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = new List<int>(1);
        }

        list.Add(value);
    }
}
