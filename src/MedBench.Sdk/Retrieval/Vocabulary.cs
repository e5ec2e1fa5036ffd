namespace MedBench;

/// <summary>Numbers words in the order in which they are first seen.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    internal Vocabulary() => lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    internal int Count => ids.Count;

    /// <summary>Returns the number of a word; -1 where it was never seen.</summary>
    internal int Find(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var id) ? id : -1;

    /// <summary>Returns the number of a word, a new one where it was never seen.</summary>
    internal int GetOrAdd(ReadOnlySpan<char> word)
    {
        if (!lookup.TryGetValue(word, out var id))
        {
            id = ids.Count;
            lookup[word] = id;
        }

        return id;
    }
}
