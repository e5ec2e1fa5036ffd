using MedBench.Running;
using Microsoft.Win32.SafeHandles;

namespace MedBench.Chaos.Storage;

/// <summary>A disk that is full from one operation on: a write leaves half of its bytes, as a full disk does.</summary>
/// <param name="failing">The number of the first operation that fails, from 1.</param>
internal sealed class FailingDisk(int failing) : Disk
{
    private int operations;

    public int Operations => operations;

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        if (IsFull())
        {
            base.Write(file, bytes[..(bytes.Length / 2)], offset);
            throw Full();
        }

        base.Write(file, bytes, offset);
    }

    public override void Flush(SafeFileHandle file)
    {
        if (IsFull())
        {
            throw Full();
        }

        base.Flush(file);
    }

    public override void Replace(string part, string path)
    {
        if (IsFull())
        {
            throw Full();
        }

        base.Replace(part, path);
    }

    private bool IsFull() => Interlocked.Increment(ref operations) >= failing;

    private static IOException Full() => new("No space left on device");
}
