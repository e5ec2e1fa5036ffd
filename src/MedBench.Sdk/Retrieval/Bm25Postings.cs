using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MedBench;

/// <summary>The inverted index itself: per word the documents that hold it, ascending, with what each adds to a score.</summary>
internal sealed class Bm25Postings
{
    private readonly int[] starts;
    private readonly int[] documents;
    private readonly float[] weights;
    private readonly float[] idf;
    private readonly double k1;
    private readonly double b;
    private readonly double mean;

    private Bm25Postings(int[] lengths, int[] starts, int[] documents, float[] weights, double k1, double b)
    {
        Lengths = lengths;
        this.k1 = k1;
        this.b = b;
        mean = lengths.Length == 0 ? 1 : Math.Max(1.0, lengths.Sum(length => (long)length)) / lengths.Length;
        idf = new float[starts.Length - 1];
        this.starts = starts;
        this.documents = documents;
        this.weights = weights;
    }

    /// <summary>Gets the number of words of each document.</summary>
    internal int[] Lengths { get; }

    /// <summary>Inverts and weighs the documents.</summary>
    internal static Bm25Postings Build(ReadOnlyMemory<int> tokens, int[] lengths, int vocabularySize, double k1, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vocabularySize);
        ArgumentOutOfRangeException.ThrowIfNegative(k1);
        ArgumentOutOfRangeException.ThrowIfNegative(b);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(b, 1);
        if (lengths.Sum(length => (long)length) != tokens.Length || lengths.Any(length => length < 0))
        {
            throw new ArgumentException($"The document lengths must be at least 0 and add up to the {tokens.Length} tokens.", nameof(lengths));
        }

        if (tokens.Span.ContainsAnyExceptInRange(0, vocabularySize - 1))
        {
            throw new ArgumentException($"A token id lies outside 0 to {vocabularySize - 1}; pass the size of the whole vocabulary.", nameof(tokens));
        }

        var (starts, documents, weights) = Bm25Layout.Invert(tokens, lengths, vocabularySize);
        var postings = new Bm25Postings(lengths, starts, documents, weights, k1, b);
        postings.WeighAll();
        return postings;
    }

    /// <summary>Returns how rare a word is; the rarest possible for unknown ones.</summary>
    internal float Idf(int token) => (uint)token < (uint)idf.Length ? idf[token] : InverseFrequency(Lengths.Length, 0);

    /// <summary>Adds each document's score for a query to what the span holds, word by word in the order of the query.</summary>
    /// <param name="query">The words.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="weighsQuery">Whether the query's words are weighed as a document's are, instead of counted; unknown words do not add to its length.</param>
    internal void Accumulate(ReadOnlySpan<int> query, Span<float> scores, bool weighsQuery = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Lengths.Length, nameof(scores));
        var discount = weighsQuery ? Discount(CountKnown(query)) : 0;
        for (var i = 0; i < query.Length; i++)
        {
            var token = query[i];
            if ((uint)token < (uint)idf.Length && !query[..i].Contains(token))
            {
                float times = query[i..].Count(token);
                times = weighsQuery ? (float)(idf[token] * times / (times + discount)) : times;
                Add(starts[token], starts[token + 1], times, ref MemoryMarshal.GetReference(scores));
            }
        }
    }

    private int CountKnown(ReadOnlySpan<int> query)
    {
        var known = 0;
        foreach (var token in query)
        {
            known += (uint)token < (uint)idf.Length ? 1 : 0;
        }

        return known;
    }

    // The build put only numbers of documents into the array, so the inner loop need not check them again.
    private void Add(int start, int end, float times, ref float scores)
    {
        var found = documents.AsSpan(start, end - start);
        var added = weights.AsSpan(start, end - start);
        for (var i = 0; i < found.Length && i < added.Length; i++)
        {
            Unsafe.Add(ref scores, found[i]) += added[i] * times;
        }
    }

    private static float InverseFrequency(int count, int holders) => (float)PortableMath.Log(1 + ((count - holders + 0.5) / (holders + 0.5)));

    private double Discount(int length) => k1 * (1 - b + (b * length / mean));

    private void WeighAll()
    {
        var discounts = Array.ConvertAll(Lengths, Discount);
        Parallel.For(0, idf.Length, token =>
        {
            idf[token] = InverseFrequency(Lengths.Length, starts[token + 1] - starts[token]);
            var gain = idf[token] * (k1 + 1);
            for (var i = starts[token]; i < starts[token + 1]; i++)
            {
                weights[i] = (float)(gain * weights[i] / (weights[i] + discounts[documents[i]]));
            }
        });
    }
}
