using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace MedBench.Running;

/// <summary>Names a sample in eight bytes; among a million samples two agree by chance once in thirty million runs.</summary>
internal static class StableKey
{
    public static ulong Of(string id, int epoch) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()), epoch);
}
