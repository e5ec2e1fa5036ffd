using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MedBench;

/// <summary>The dot product that decides who is nearer.</summary>
internal static class DotProduct
{
    /// <summary>Multiplies two padded rows; the order of all roundings is fixed, so the sum is the same to the bit on every machine.</summary>
    /// <remarks>32 running sums, products rounded before they are added: fused or wider instructions would round otherwise, and memory is the limit anyway.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Exact(ref float a, ref float b, int length)
    {
        var sum0 = Vector256<float>.Zero;
        var sum1 = Vector256<float>.Zero;
        var sum2 = Vector256<float>.Zero;
        var sum3 = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)length; i += 32)
        {
            sum0 += Vector256.LoadUnsafe(ref a, i) * Vector256.LoadUnsafe(ref b, i);
            sum1 += Vector256.LoadUnsafe(ref a, i + 8) * Vector256.LoadUnsafe(ref b, i + 8);
            sum2 += Vector256.LoadUnsafe(ref a, i + 16) * Vector256.LoadUnsafe(ref b, i + 16);
            sum3 += Vector256.LoadUnsafe(ref a, i + 24) * Vector256.LoadUnsafe(ref b, i + 24);
        }

        var eight = sum0 + sum1 + (sum2 + sum3);
        var four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}
