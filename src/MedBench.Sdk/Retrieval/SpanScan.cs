using System.Numerics;

namespace MedBench;

/// <summary>Skips over scores that cannot matter.</summary>
internal static class SpanScan
{
    /// <summary>Returns the position of the first score above a threshold; -1 where there is none.</summary>
    internal static int IndexAbove(ReadOnlySpan<float> scores, float threshold)
    {
        var i = 0;
        var limit = new Vector<float>(threshold);
        while (i <= scores.Length - Vector<float>.Count && !Vector.GreaterThanAny(new Vector<float>(scores[i..]), limit))
        {
            i += Vector<float>.Count;
        }

        for (; i < scores.Length; i++)
        {
            if (scores[i] > threshold)
            {
                return i;
            }
        }

        return -1;
    }
}
