using System.Buffers;

namespace MedBench;

/// <summary>Takes light English endings off lower-case words; other alphabets pass unchanged.</summary>
internal static class EnglishSuffixes
{
    private const int ShortestStem = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Returns the word without its ending; a word may be changed in place where "ies" becomes "y".</summary>
    internal static ReadOnlySpan<char> Strip(Span<char> word)
    {
        if (word.Length < ShortestStem || !char.IsAsciiLetterLower(word[^1]) || !char.IsAsciiLetterLower(word[0]))
        {
            return word;
        }

        word = Singular(word);
        word = word.EndsWith("ing") ? Shorten(word, 3) : word.EndsWith("ed") || word.EndsWith("ly") ? Shorten(word, 2) : word;
        return word.Length > ShortestStem && word[^1] == 'e' ? word[..^1] : word;
    }

    private static Span<char> Singular(Span<char> word)
    {
        if (word.EndsWith("ies") && word[^4] is not ('e' or 'a') && word.Length > ShortestStem)
        {
            word[^3] = 'y';
            return word[..^2];
        }

        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static Span<char> Shorten(Span<char> word, int ending)
    {
        var stem = word[..^ending];
        if (stem.Length < ShortestStem || !stem.ContainsAny(Vowels))
        {
            return word;
        }

        return stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e') ? stem[..^1] : stem;
    }
}
