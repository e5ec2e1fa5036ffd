using System.Buffers;

namespace MedBench;

/// <summary>Finds the texts that share the rarest words with a query: Okapi BM25 over an inverted index in memory.</summary>
/// <remarks>
/// score(q, d) = Σ over q's words of idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · |d| / mean |d|)),
/// idf = ln(1 + (N − n + 0.5) / (n + 0.5)): the form that Jin et al. use on MedQA (Applied Sciences 2021, arXiv 2009.13081), as in
/// Lucene. A word that occurs twice in the query counts twice. Scores are sums of singles in the query's order of words, equal to the
/// bit on every machine; ties go to the earlier document. Safe for concurrent use.
/// </remarks>
public sealed class Bm25Index
{
    private readonly Bm25Postings postings;
    private readonly Vocabulary? vocabulary;
    private readonly WordAnalysis words;
    private readonly bool weighsQuery;

    private Bm25Index(Bm25Postings postings, Vocabulary? vocabulary, Bm25Options? options = null)
    {
        this.postings = postings;
        this.vocabulary = vocabulary;
        (words, weighsQuery) = (options?.Words ?? WordAnalysis.Plain, options?.WeighsQuery ?? false);
    }

    /// <summary>Gets the number of documents.</summary>
    public int Count => postings.Lengths.Length;

    /// <summary>Builds an index over texts, cut into words by <see cref="LexicalTokenizer"/>.</summary>
    /// <param name="documents">The texts.</param>
    /// <param name="k1">How soon repetition stops to count, at least 0.</param>
    /// <param name="b">How much long texts are discounted, from 0 (not at all) to 1.</param>
    public static Bm25Index Build(IEnumerable<string> documents, double k1 = 1.2, double b = 0.75) => Build(documents, new Bm25Options { K1 = k1, B = b });

    /// <summary>Builds an index over texts.</summary>
    /// <param name="documents">The texts.</param>
    /// <param name="options">How words are cut and weighed.</param>
    public static Bm25Index Build(IEnumerable<string> documents, Bm25Options options)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(options);
        var vocabulary = new Vocabulary();
        var tokens = new ArrayBufferWriter<int>(1024);
        var lengths = new List<int>();
        var analyzer = WordAnalyzer.Create(options.Words);
        foreach (var document in documents)
        {
            var before = tokens.WrittenCount;
            analyzer.Read(document, word =>
            {
                tokens.GetSpan(1)[0] = vocabulary.GetOrAdd(word);
                tokens.Advance(1);
            });
            lengths.Add(tokens.WrittenCount - before);
        }

        return new Bm25Index(Bm25Postings.Build(tokens.WrittenMemory, [.. lengths], vocabulary.Count, options.K1, options.B), vocabulary, options);
    }

    /// <summary>Builds an index over texts that are token ids already; search it by token ids.</summary>
    /// <param name="tokens">The ids of all documents, one document after the other; each from 0 up to, not including, <paramref name="vocabularySize"/>.</param>
    /// <param name="lengths">How many tokens each document has; their sum is the length of <paramref name="tokens"/>.</param>
    /// <param name="vocabularySize">One more than the largest id.</param>
    /// <param name="k1">How soon repetition stops to count, at least 0.</param>
    /// <param name="b">How much long texts are discounted, from 0 (not at all) to 1.</param>
    /// <exception cref="ArgumentException">The lengths do not add up to the tokens, or an id lies outside the vocabulary.</exception>
    public static Bm25Index FromTokens(ReadOnlyMemory<int> tokens, ReadOnlySpan<int> lengths, int vocabularySize, double k1 = 1.2, double b = 0.75)
        => new(Bm25Postings.Build(tokens, lengths.ToArray(), vocabularySize, k1, b), null);

    /// <summary>Finds the best documents for a text.</summary>
    /// <param name="query">The text.</param>
    /// <param name="count">How many to return at most.</param>
    /// <returns>Best first; documents that share no word with the query are left out.</returns>
    /// <exception cref="InvalidOperationException">The index was built from token ids and knows no words.</exception>
    public IReadOnlyList<SearchHit> Search(string query, int count) => Search(Encode(query), count);

    /// <summary>Finds the best documents for token ids.</summary>
    /// <param name="query">The ids; those outside the vocabulary are unknown words and match nothing.</param>
    /// <param name="count">How many to return at most.</param>
    /// <returns>Best first; documents that share no token with the query are left out.</returns>
    public IReadOnlyList<SearchHit> Search(ReadOnlySpan<int> query, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var rented = ArrayPool<float>.Shared.Rent(Count);
        try
        {
            var scores = rented.AsSpan(0, Count);
            scores.Clear();
            postings.Accumulate(query, scores, weighsQuery);
            var best = new TopHits(Math.Min(count, Count));
            for (var from = 0; (from = NextAbove(scores, from, Math.Max(0, best.Threshold))) >= 0; from++)
            {
                best.Offer(from, scores[from]);
            }

            return best.Take();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    /// <summary>Returns the id of a word without its ending; -1 where it is unknown.</summary>
    internal int FindToken(ReadOnlySpan<char> stem) => vocabulary?.Find(stem) ?? -1;

    /// <summary>Returns how rare a token is; the rarest possible for unknown ones.</summary>
    internal float Idf(int token) => postings.Idf(token);

    /// <summary>Returns the ids of a text's words; -1 for unknown ones.</summary>
    internal int[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = vocabulary ?? throw new InvalidOperationException("This index was built from token ids and knows no words; search it by token ids.");
        var ids = new List<int>();
        WordAnalyzer.Create(words).Read(text, word => ids.Add(known.Find(word)));
        return [.. ids];
    }

    private static int NextAbove(ReadOnlySpan<float> scores, int from, float threshold)
    {
        var next = from < scores.Length ? SpanScan.IndexAbove(scores[from..], threshold) : -1;
        return next < 0 ? -1 : from + next;
    }
}
