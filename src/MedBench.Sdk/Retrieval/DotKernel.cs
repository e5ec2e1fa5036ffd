using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MedBench;

/// <summary>Multiplies three queries with four rows at once: twelve running sums, three queries and one row fill the sixteen registers of AVX2.</summary>
/// <remarks>Seven loads feed twelve fused multiply-adds, so arithmetic and not memory is the limit. Rounding depends on the machine; see <see cref="DotProduct"/> for the product that decides.</remarks>
internal static class DotKernel
{
    internal const int Queries = 3;
    internal const int Rows = 4;

    /// <summary>Writes the 3 × 4 products.</summary>
    /// <param name="q0">The first of three consecutive queries.</param>
    /// <param name="r0">The first of four consecutive rows.</param>
    /// <param name="stride">Numbers from one query or row to the next, a multiple of 8; all of them are multiplied.</param>
    /// <param name="scores">Where the first product goes.</param>
    /// <param name="scoreStride">Numbers from one query's products to the next query's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply(ref float q0, ref float r0, int stride, ref float scores, int scoreStride)
    {
        ref var q1 = ref Unsafe.Add(ref q0, stride);
        ref var q2 = ref Unsafe.Add(ref q1, stride);
        ref var r1 = ref Unsafe.Add(ref r0, stride);
        ref var r2 = ref Unsafe.Add(ref r1, stride);
        ref var r3 = ref Unsafe.Add(ref r2, stride);
        Vector256<float> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector256<float> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector256<float> s20 = default, s21 = default, s22 = default, s23 = default;
        for (nuint i = 0; i < (nuint)stride; i += 8)
        {
            var a0 = Vector256.LoadUnsafe(ref q0, i);
            var a1 = Vector256.LoadUnsafe(ref q1, i);
            var a2 = Vector256.LoadUnsafe(ref q2, i);
            var b = Vector256.LoadUnsafe(ref r0, i);
            s00 = Vector256.MultiplyAddEstimate(a0, b, s00);
            s10 = Vector256.MultiplyAddEstimate(a1, b, s10);
            s20 = Vector256.MultiplyAddEstimate(a2, b, s20);
            b = Vector256.LoadUnsafe(ref r1, i);
            s01 = Vector256.MultiplyAddEstimate(a0, b, s01);
            s11 = Vector256.MultiplyAddEstimate(a1, b, s11);
            s21 = Vector256.MultiplyAddEstimate(a2, b, s21);
            b = Vector256.LoadUnsafe(ref r2, i);
            s02 = Vector256.MultiplyAddEstimate(a0, b, s02);
            s12 = Vector256.MultiplyAddEstimate(a1, b, s12);
            s22 = Vector256.MultiplyAddEstimate(a2, b, s22);
            b = Vector256.LoadUnsafe(ref r3, i);
            s03 = Vector256.MultiplyAddEstimate(a0, b, s03);
            s13 = Vector256.MultiplyAddEstimate(a1, b, s13);
            s23 = Vector256.MultiplyAddEstimate(a2, b, s23);
        }

        Sum(s00, s01, s02, s03).StoreUnsafe(ref scores);
        Sum(s10, s11, s12, s13).StoreUnsafe(ref Unsafe.Add(ref scores, scoreStride));
        Sum(s20, s21, s22, s23).StoreUnsafe(ref Unsafe.Add(ref scores, 2 * scoreStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sum(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        var w = a.GetLower() + a.GetUpper();
        var x = b.GetLower() + b.GetUpper();
        var y = c.GetLower() + c.GetUpper();
        var z = d.GetLower() + d.GetUpper();
        return Vector128.Create(Vector128.Sum(w), Vector128.Sum(x), Vector128.Sum(y), Vector128.Sum(z));
    }
}
