namespace MedBench.Metrics;

/// <summary>ROUGE as the Python package <c>rouge</c> (pltrdy/rouge, <c>rouge_score.py</c>) computes it, for comparison with numbers published from it.</summary>
/// <remarks>
/// It is not Lin's ROUGE: an n-gram counts once however often it occurs, case and punctuation are kept, sentences end at full stops, and F1 has
/// 1e-8 in its denominator, so that a text scores slightly less than 1 against itself. <see cref="Rouge"/> has none of this. MEDIQA-CORR and
/// MEDEC publish numbers from this package. Where the package raises an error, on texts without a character beside full stops, the value is 0.
/// </remarks>
public static class SetRouge
{
    private const double Epsilon = 1e-8;

    private const int LongestSentence = 10_000;

    /// <summary>ROUGE-N over sets of n-grams.</summary>
    /// <param name="prediction">The predicted text.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="order">n, at least 1.</param>
    public static OverlapScore OfOrder(string prediction, string reference, int order)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var symbols = new Symbols();
        int[][] words = [symbols.Number(Flatten(prediction)), symbols.Number(Flatten(reference))];
        var grams = new NGrams(words, symbols.Count);
        while (grams.Order < order && grams.Total(0) > 0 && grams.Total(1) > 0)
        {
            grams.MoveNext();
        }

        if (grams.Order < order)
        {
            return default;
        }

        var (left, right) = (grams.Count(0), grams.Count(1));
        return Create(left.Where((count, gram) => count > 0 && right[gram] > 0).Count(), left.Count(count => count > 0), right.Count(count => count > 0));
    }

    /// <summary>ROUGE-L at summary level over sets of words: new words that a sentence of the reference has in common subsequences with any predicted sentence.</summary>
    /// <param name="prediction">The predicted text.</param>
    /// <param name="reference">The reference.</param>
    /// <remarks>Of a sentence of more than 10,000 words the rest counts as unmatched.</remarks>
    public static OverlapScore OfLongestSubsequence(string prediction, string reference)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(reference);
        var symbols = new Symbols();
        var predicted = Sentences(prediction).ConvertAll(sentence => symbols.Number(sentence));
        var expected = Sentences(reference).ConvertAll(sentence => symbols.Number(sentence));
        var subsequence = new CommonSubsequence(symbols.Count);
        var union = new HashSet<int>();
        foreach (var sentence in expected)
        {
            foreach (var candidate in predicted)
            {
                // On a tie the package goes back in the prediction, CommonSubsequence in its first argument.
                var shown = candidate.AsSpan(0, Math.Min(candidate.Length, LongestSentence));
                var marks = new bool[shown.Length];
                subsequence.Mark(shown, sentence.AsSpan(0, Math.Min(sentence.Length, LongestSentence)), marks);
                for (var i = 0; i < marks.Length; i++)
                {
                    if (marks[i])
                    {
                        union.Add(shown[i]);
                    }
                }
            }
        }

        return Create(union.Count, predicted.SelectMany(words => words).Distinct().Count(), expected.SelectMany(words => words).Distinct().Count());
    }

    private static OverlapScore Create(int shared, int predicted, int expected)
    {
        var precision = predicted == 0 ? 0 : (double)shared / predicted;
        var recall = expected == 0 ? 0 : (double)shared / expected;
        return new OverlapScore(precision, recall, 2 * (precision * recall / (precision + recall + Epsilon)));
    }

    private static List<string> Flatten(string text) => [.. Sentences(text).SelectMany(sentence => sentence)];

    /// <summary>Splits at full stops; a sentence of white space alone is one empty word.</summary>
    private static List<List<string>> Sentences(string text)
        => [.. text.Split('.').Where(sentence => sentence.Length > 0).Select(PythonText.Split).Select(words => words.Count > 0 ? words : [""])];
}
