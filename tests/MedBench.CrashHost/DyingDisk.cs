using MedBench.Running;
using Microsoft.Win32.SafeHandles;

namespace MedBench.Chaos;

/// <summary>A disk with a point before and after each operation, and one in the middle of every write.</summary>
internal sealed class DyingDisk(FailPoints points) : Disk
{
    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        points.Pass();
        var half = bytes.Length / 2;
        base.Write(file, bytes[..half], offset);
        points.Pass();
        base.Write(file, bytes[half..], offset + half);
        points.Pass();
    }

    public override void Flush(SafeFileHandle file)
    {
        points.Pass();
        base.Flush(file);
        points.Pass();
    }

    public override void Replace(string part, string path)
    {
        points.Pass();
        base.Replace(part, path);
        points.Pass();
    }
}
