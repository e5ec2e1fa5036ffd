using System.Runtime.InteropServices;

namespace MedBench;

/// <summary>Vectors of length 1 in one block of memory, each row padded with zeros to whole groups of 32 numbers.</summary>
/// <remarks>The block is pinned and starts on a cache line, so that no load of the inner loops straddles two.</remarks>
internal sealed class VectorRows
{
    private const int Group = 32;
    private const int CacheLine = 64;

    private readonly float[] memory;
    private readonly int origin;

    internal VectorRows(int capacity, int dimensions)
    {
        Dimensions = dimensions;
        Stride = (dimensions + Group - 1) / Group * Group;
        memory = GC.AllocateArray<float>(checked((capacity * Stride) + (CacheLine / sizeof(float))), pinned: true);
        var address = (ulong)Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0);
        origin = (int)((CacheLine - (address % CacheLine)) % CacheLine) / sizeof(float);
    }

    internal int Dimensions { get; }

    internal int Stride { get; }

    /// <summary>Returns the first number of a row.</summary>
    internal ref float Row(int row) => ref memory[origin + (row * Stride)];

    /// <summary>Stores a vector scaled to length 1; a zero vector stays zero and is like nothing.</summary>
    /// <exception cref="ArgumentException">Another length than the rest, or a number that is not finite.</exception>
    internal void Set(int row, ReadOnlySpan<float> vector)
    {
        if (vector.Length != Dimensions)
        {
            throw new ArgumentException($"Vector {row} has {vector.Length} dimensions where {Dimensions} are expected; embed all texts with one model.", nameof(vector));
        }

        var sum = 0.0;
        foreach (var number in vector)
        {
            sum += (double)number * number;
        }

        if (!double.IsFinite(sum))
        {
            throw new ArgumentException($"Vector {row} holds a number that is not finite.", nameof(vector));
        }

        var norm = Math.Sqrt(sum);
        var target = MemoryMarshal.CreateSpan(ref Row(row), Dimensions);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = norm == 0 ? 0 : (float)(vector[i] / norm);
        }
    }
}
