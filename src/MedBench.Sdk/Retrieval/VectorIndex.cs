namespace MedBench;

/// <summary>Finds the nearest vectors by cosine, exactly: every vector is compared.</summary>
/// <remarks>
/// Vectors are kept scaled to length 1 in one block of memory. Scores are single-precision dot products summed in one fixed
/// order, so neighbours and scores are the same to the bit on every machine; ties go to the earlier vector.
/// <see cref="SearchMany"/> first compares with a faster product whose rounding differs, keeps everything within that product's
/// error bound of the best, and decides among those with the same fixed-order product: both searches return the same hits.
/// Safe for concurrent use.
/// </remarks>
public sealed class VectorIndex
{
    private readonly VectorRows rows;

    private VectorIndex(VectorRows rows, int count)
    {
        this.rows = rows;
        Count = count;
    }

    /// <summary>Gets the number of vectors.</summary>
    public int Count { get; }

    /// <summary>Gets the length of each vector.</summary>
    public int Dimensions => rows.Dimensions;

    /// <summary>Builds an index over vectors of one length, which are copied.</summary>
    /// <param name="vectors">The vectors; a zero vector has cosine 0 with everything.</param>
    /// <exception cref="ArgumentException">Vectors of different lengths, or with a number that is not finite.</exception>
    public static VectorIndex Build(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var rows = new VectorRows(vectors.Count, vectors.Count == 0 ? 0 : vectors[0].Length);
        for (var row = 0; row < vectors.Count; row++)
        {
            rows.Set(row, vectors[row].Span);
        }

        return new VectorIndex(rows, vectors.Count);
    }

    /// <summary>Takes over vectors that were stored one by one as they came.</summary>
    internal static VectorIndex Of(VectorRows rows, int count) => new(rows, count);

    /// <summary>Finds the nearest vectors of one query, on the calling thread.</summary>
    /// <param name="query">A vector of <see cref="Dimensions"/> numbers.</param>
    /// <param name="count">How many to return at most.</param>
    /// <returns>Nearest first, with their cosines from -1 to 1.</returns>
    /// <exception cref="ArgumentException">The query has another length, or a number that is not finite.</exception>
    public IReadOnlyList<SearchHit> Search(ReadOnlySpan<float> query, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Count == 0)
        {
            return [];
        }

        var unit = new VectorRows(1, Dimensions);
        unit.Set(0, query);
        ref var origin = ref unit.Row(0);
        var best = new TopHits(Math.Min(count, Count));
        for (var row = 0; row < Count; row++)
        {
            var score = DotProduct.Exact(ref origin, ref rows.Row(row), rows.Stride);
            if (score > best.Threshold)
            {
                best.Offer(row, score);
            }
        }

        return best.Take();
    }

    /// <summary>Finds the nearest vectors of many queries, on all processors.</summary>
    /// <param name="queries">Vectors of <see cref="Dimensions"/> numbers.</param>
    /// <param name="count">How many to return at most for each.</param>
    /// <param name="cancellationToken">Ends the search between blocks of queries.</param>
    /// <returns>Per query what <see cref="Search"/> returns for it.</returns>
    /// <exception cref="ArgumentException">A query has another length, or a number that is not finite.</exception>
    public IReadOnlyList<IReadOnlyList<SearchHit>> SearchMany(
        IReadOnlyList<ReadOnlyMemory<float>> queries, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var results = new IReadOnlyList<SearchHit>[queries.Count];
        if (Count == 0 || queries.Count == 0)
        {
            Array.Fill(results, []);
            return results;
        }

        var blockRows = BlockSearch.RowsPerBlock(queries.Count, rows.Stride);
        var blocks = (queries.Count + blockRows - 1) / blockRows;
        var units = new VectorRows(blocks * blockRows, Dimensions);
        for (var query = 0; query < queries.Count; query++)
        {
            units.Set(query, queries[query].Span);
        }

        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
        {
            var first = block * blockRows;
            var found = new BlockSearch(rows, Count, units, first, blockRows, Math.Min(count, Count)).Run();
            for (var i = 0; i < blockRows && first + i < results.Length; i++)
            {
                results[first + i] = found[i];
            }
        });
        return results;
    }
}
