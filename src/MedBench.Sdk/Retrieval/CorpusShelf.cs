namespace MedBench;

/// <summary>Holds the corpora of a run that are in memory: the two used last, since a run goes through its benchmarks one after the other.</summary>
internal sealed class CorpusShelf
{
    private const int Capacity = 2;

    private readonly List<Corpus> used = new(Capacity + 1);

    /// <summary>Notes a use, and releases the corpus whose last use is longest ago where there is no room.</summary>
    public void Use(Corpus corpus)
    {
        lock (used)
        {
            if (used.Count > 0 && used[^1] == corpus)
            {
                return;
            }

            used.Remove(corpus);
            used.Add(corpus);
            if (used.Count > Capacity)
            {
                used[0].Release();
                used.RemoveAt(0);
            }
        }
    }
}
