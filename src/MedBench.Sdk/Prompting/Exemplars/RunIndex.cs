using System.Numerics;

namespace MedBench;

/// <summary>Says which stems hold a run of words: a hash table in two flat arrays, laid out by counting.</summary>
internal sealed class RunIndex
{
    private readonly int[] starts;
    private readonly Entry[] entries;
    private readonly int shift;

    private RunIndex(int[] starts, Entry[] entries, int shift)
    {
        this.starts = starts;
        this.entries = entries;
        this.shift = shift;
    }

    internal static RunIndex Build(IReadOnlyList<ulong[]> runs)
    {
        var total = runs.Sum(list => list.Length);
        var bits = Math.Clamp(BitOperations.Log2((uint)total + 1), 1, 24);
        var index = new RunIndex(new int[(1 << bits) + 1], new Entry[total], 64 - bits);
        foreach (var run in runs.SelectMany(list => list))
        {
            index.starts[(run >> index.shift) + 1]++;
        }

        for (var bucket = 1; bucket < index.starts.Length; bucket++)
        {
            index.starts[bucket] += index.starts[bucket - 1];
        }

        var next = index.starts.AsSpan(0, index.starts.Length - 1).ToArray();
        for (var stem = 0; stem < runs.Count; stem++)
        {
            foreach (var run in runs[stem])
            {
                index.entries[next[run >> index.shift]++] = new Entry((uint)run, stem);
            }
        }

        return index;
    }

    /// <summary>Returns about how many stems hold a run, at once: never fewer than do, a few more where hashes share a bucket.</summary>
    internal int Estimate(ulong run) => Bucket(run).Length;

    /// <summary>Adds every stem that holds a run.</summary>
    internal void AddTo(HashSet<int> stems, ulong run)
    {
        foreach (var entry in Bucket(run))
        {
            if (entry.Tag == (uint)run)
            {
                stems.Add(entry.Stem);
            }
        }
    }

    private ReadOnlySpan<Entry> Bucket(ulong run) => entries.AsSpan(starts[run >> shift]..starts[(run >> shift) + 1]);

    private readonly record struct Entry(uint Tag, int Stem);
}
