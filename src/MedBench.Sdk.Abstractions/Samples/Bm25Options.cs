using System.Globalization;

namespace MedBench;

/// <summary>How a search by words cuts and weighs them.</summary>
public sealed record Bm25Options
{
    /// <summary>Gets the values with which Anserini and Pyserini search by default, and most retrieval papers report BM25: Lucene's English words, k1 = 0.9, b = 0.4.</summary>
    public static Bm25Options Lucene { get; } = new() { Words = WordAnalysis.LuceneEnglish, K1 = 0.9, B = 0.4 };

    /// <summary>Gets how texts are cut into words.</summary>
    public WordAnalysis Words { get; init; }

    /// <summary>Gets how soon repetition stops to count, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double K1 { get; init => field = value is >= 0 and < double.PositiveInfinity ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "k1 is a finite number from 0."); } = 1.2;

    /// <summary>Gets how much long texts are discounted, from 0 (not at all) to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1.</exception>
    public double B { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "b is a number from 0 to 1."); } = 0.75;

    /// <summary>Gets whether the words of a query are weighed as those of a document are, instead of counted.</summary>
    /// <remarks>
    /// BM25 counts how often a query holds a word. Code that passes queries through gensim's <c>LuceneBM25Model</c> as it does documents multiplies by
    /// the word's weight in the query, idf included, so that rarity counts squared: BRIGHT and R2MED publish such numbers as BM25.
    /// </remarks>
    public bool WeighsQuery { get; init; }

    /// <summary>Describes the options by name, as invariant text, for <see cref="StrategyInfo.Parameters"/>.</summary>
    public IReadOnlyDictionary<string, string> Describe() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bm25-words"] = Words == WordAnalysis.LuceneEnglish ? "lucene-english" : "plain",
        ["bm25-k1"] = K1.ToString("R", CultureInfo.InvariantCulture),
        ["bm25-b"] = B.ToString("R", CultureInfo.InvariantCulture),
        ["bm25-query"] = WeighsQuery ? "weighed" : "counted",
    };
}
