using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MedBench;

/// <summary>Random numbers that follow from a seed and a purpose alone: the same on every machine, runtime and day.</summary>
/// <remarks>The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), seeded with a SHA-256 over length-prefixed parts. Not for concurrent use.</remarks>
public sealed class SeededRandom
{
    private ulong state;

    private SeededRandom(ulong state) => this.state = state;

    /// <summary>Creates the numbers of one purpose.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What the numbers are for, from general to special; <c>["a", "bc"]</c> and <c>["ab", "c"]</c> are different purposes.</param>
    public static SeededRandom Create(long seed, params ReadOnlySpan<string> purpose)
    {
        var length = sizeof(long);
        foreach (var part in purpose)
        {
            length += sizeof(long) + Encoding.UTF8.GetByteCount(part);
        }

        Span<byte> bytes = length <= 1024 ? stackalloc byte[length] : new byte[length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        var rest = bytes[sizeof(long)..];
        foreach (var part in purpose)
        {
            var count = Encoding.UTF8.GetBytes(part, rest[sizeof(long)..]);
            BinaryPrimitives.WriteInt64LittleEndian(rest, count);
            rest = rest[(sizeof(long) + count)..];
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return new SeededRandom(BinaryPrimitives.ReadUInt64LittleEndian(digest));
    }

    /// <summary>Returns 64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Returns a uniform number from 0 up to, not including, 1.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a uniform whole number from 0 up to, not including, a bound; without bias (Lemire 2019).</summary>
    /// <param name="exclusiveUpperBound">The bound, at least 1.</param>
    public int Next(int exclusiveUpperBound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveUpperBound);
        var bound = (ulong)exclusiveUpperBound;
        var high = Math.BigMul(NextUInt64(), bound, out var low);
        var threshold = unchecked(0 - bound) % bound;
        while (low < threshold)
        {
            high = Math.BigMul(NextUInt64(), bound, out low);
        }

        return (int)high;
    }

    /// <summary>Returns a seed for an endpoint, from 0 to 2³¹ − 1.</summary>
    public int NextSeed() => (int)(NextUInt64() >> 33);

    /// <summary>Shuffles in place; every order is equally likely (Fisher–Yates).</summary>
    /// <typeparam name="T">Any type.</typeparam>
    /// <param name="items">The items.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Draws distinct numbers from 0 up to, not including, a bound, in random order.</summary>
    /// <param name="count">How many; fewer are returned where the bound is smaller.</param>
    /// <param name="exclusiveUpperBound">The bound.</param>
    public IReadOnlyList<int> Draw(int count, int exclusiveUpperBound)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        count = Math.Min(count, exclusiveUpperBound);
        var drawn = new int[count];
        var displaced = new Dictionary<int, int>(count);
        for (var i = 0; i < count; i++)
        {
            var j = i + Next(exclusiveUpperBound - i);
            drawn[i] = displaced.GetValueOrDefault(j, j);
            displaced[j] = displaced.GetValueOrDefault(i, i);
        }

        return drawn;
    }
}
