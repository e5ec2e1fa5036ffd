using Microsoft.ML.Tokenizers;

namespace MedBench;

/// <summary>Counts and cuts texts by the tokens of the vocabulary o200k_base, which comes with the package.</summary>
/// <remarks>For benchmarks that cut their texts at a number of tokens: one vocabulary for every model, so that all of them are shown the same text.</remarks>
public static class O200kTokens
{
    /// <summary>Read when it is needed first, for it takes megabytes.</summary>
    private static readonly Lazy<Tokenizer> Vocabulary = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    /// <summary>Counts the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Vocabulary.Value.CountTokens(text);
    }

    /// <summary>Returns the longest beginning of a text that has at most so many tokens and splits no character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">The number of tokens, from 0.</param>
    public static string Take(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
        {
            return "";
        }

        var end = Vocabulary.Value.GetIndexByTokenCount(text, count, out var normalized, out _);
        var whole = normalized ?? text;
        return whole[..(end > 0 && end < whole.Length && char.IsLowSurrogate(whole[end]) ? end - 1 : end)];
    }
}
