namespace MedBench;

/// <summary>Keeps the best hits of a stream: higher scores first, ties to the earlier index.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly SearchHit[] heap = new SearchHit[capacity];
    private int count;

    /// <summary>Gets the score that a later index must exceed to enter; minus infinity while there is room.</summary>
    internal float Threshold => count < heap.Length ? float.NegativeInfinity : heap.Length == 0 ? float.PositiveInfinity : heap[0].Score;

    /// <summary>Takes a hit in where it is good enough.</summary>
    internal void Offer(int index, float score)
    {
        var hit = new SearchHit(index, score);
        if (count < heap.Length)
        {
            heap[count] = hit;
            Raise(count++);
        }
        else if (count > 0 && IsWorse(heap[0], hit))
        {
            heap[0] = hit;
            Sink();
        }
    }

    /// <summary>Returns the hits, best first, and leaves the collector empty.</summary>
    internal SearchHit[] Take()
    {
        var hits = heap.AsSpan(0, count).ToArray();
        count = 0;
        Array.Sort(hits, static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Index.CompareTo(b.Index));
        return hits;
    }

    private static bool IsWorse(SearchHit a, SearchHit b) => a.Score < b.Score || (a.Score == b.Score && a.Index > b.Index);

    private void Raise(int child)
    {
        while (child > 0 && IsWorse(heap[child], heap[(child - 1) / 2]))
        {
            var parent = (child - 1) / 2;
            (heap[child], heap[parent]) = (heap[parent], heap[child]);
            child = parent;
        }
    }

    private void Sink()
    {
        for (var parent = 0; ;)
        {
            var child = (2 * parent) + 1;
            if (child >= count)
            {
                return;
            }

            child += child + 1 < count && IsWorse(heap[child + 1], heap[child]) ? 1 : 0;
            if (!IsWorse(heap[child], heap[parent]))
            {
                return;
            }

            (heap[child], heap[parent]) = (heap[parent], heap[child]);
            parent = child;
        }
    }
}
