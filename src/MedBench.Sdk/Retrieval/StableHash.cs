namespace MedBench;

/// <summary>Hashes text to 64 bits, the same in every process and on every machine.</summary>
/// <remarks>FNV-1a over UTF-16 code units, finished with the mixer of SplitMix64 because FNV's upper bits are weak for short words.</remarks>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Hashes a text under a seed.</summary>
    internal static ulong Of(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = Offset ^ seed;
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>Joins a hash to those before it; order matters.</summary>
    internal static ulong Combine(ulong before, ulong next) => Mix((before * Prime) ^ next);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
