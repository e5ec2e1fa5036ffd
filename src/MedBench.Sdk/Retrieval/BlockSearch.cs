using System.Runtime.InteropServices;

namespace MedBench;

/// <summary>Searches for a block of queries at once: the block stays in the cache while the indexed vectors stream past.</summary>
internal sealed class BlockSearch
{
    private const int QueryCacheBytes = 300 * 1024;
    private const int Strip = 2048;

    private readonly VectorRows rows;
    private readonly int rowCount;
    private readonly VectorRows queries;
    private readonly int firstQuery;
    private readonly int queryCount;
    private readonly float margin;
    private readonly TopHits[] best;
    private readonly List<SearchHit>[] candidates;
    private readonly float[] scores;

    internal BlockSearch(VectorRows rows, int rowCount, VectorRows queries, int firstQuery, int queryCount, int count)
    {
        this.rows = rows;
        this.rowCount = rowCount;
        this.queries = queries;
        this.firstQuery = firstQuery;
        this.queryCount = queryCount;
        margin = Margin(rows.Stride);
        best = [.. Enumerable.Range(0, queryCount).Select(_ => new TopHits(count))];
        candidates = [.. Enumerable.Range(0, queryCount).Select(_ => new List<SearchHit>())];
        scores = GC.AllocateUninitializedArray<float>(queryCount * Strip);
    }

    /// <summary>Returns how many queries make a block: as many as the second-level cache holds, spread evenly over the processors.</summary>
    internal static int RowsPerBlock(int queryCount, int stride)
    {
        var most = Math.Max(DotKernel.Queries, QueryCacheBytes / (sizeof(float) * Math.Max(1, stride)));
        var blocks = (queryCount + most - 1) / most;
        blocks = (blocks + Environment.ProcessorCount - 1) / Environment.ProcessorCount * Environment.ProcessorCount;
        var even = (queryCount + blocks - 1) / blocks;
        return (even + DotKernel.Queries - 1) / DotKernel.Queries * DotKernel.Queries;
    }

    /// <summary>Returns each query's nearest rows by the fixed-order product.</summary>
    internal SearchHit[][] Run()
    {
        for (var first = 0; first < rowCount; first += Strip)
        {
            var count = Math.Min(Strip, rowCount - first);
            Multiply(first, count);
            for (var query = 0; query < queryCount; query++)
            {
                Collect(query, first, scores.AsSpan(query * Strip, count));
            }
        }

        return [.. Enumerable.Range(0, queryCount).Select(Decide)];
    }

    /// <summary>Bounds twice the difference of the two products of unit vectors.</summary>
    /// <remarks>Each lane adds stride/8 terms here and stride/32 there, then a few more; with unit roundoff 2⁻²⁴ the difference is below (stride/8 + stride/32 + 10) · 2⁻²⁴ (Higham, Accuracy and Stability of Numerical Algorithms, §3.1).</remarks>
    private static float Margin(int stride) => ((stride / 2) + 128) * (1f / (1 << 24));

    private void Multiply(int first, int count)
    {
        var whole = count / DotKernel.Rows * DotKernel.Rows;
        for (var row = 0; row < whole; row += DotKernel.Rows)
        {
            for (var query = 0; query < queryCount; query += DotKernel.Queries)
            {
                DotKernel.Multiply(ref queries.Row(firstQuery + query), ref rows.Row(first + row), rows.Stride, ref scores[(query * Strip) + row], Strip);
            }
        }

        for (var row = whole; row < count; row++)
        {
            for (var query = 0; query < queryCount; query++)
            {
                scores[(query * Strip) + row] = DotProduct.Exact(ref queries.Row(firstQuery + query), ref rows.Row(first + row), rows.Stride);
            }
        }
    }

    private void Collect(int query, int first, ReadOnlySpan<float> strip)
    {
        var top = best[query];
        var kept = candidates[query];
        for (var i = 0; i < strip.Length; i++)
        {
            var skip = SpanScan.IndexAbove(strip[i..], top.Threshold - margin);
            if (skip < 0)
            {
                return;
            }

            i += skip;
            kept.Add(new SearchHit(first + i, strip[i]));
            top.Offer(first + i, strip[i]);
        }
    }

    private SearchHit[] Decide(int query)
    {
        var limit = best[query].Threshold - margin;
        best[query].Take();
        foreach (var candidate in CollectionsMarshal.AsSpan(candidates[query]))
        {
            if (candidate.Score > limit)
            {
                best[query].Offer(candidate.Index, DotProduct.Exact(ref queries.Row(firstQuery + query), ref rows.Row(candidate.Index), rows.Stride));
            }
        }

        return best[query].Take();
    }
}
