namespace MedBench;

/// <summary>Cuts text into the words that lexical search compares.</summary>
/// <remarks>
/// A word is a run of letters, combining marks and digits; Chinese characters and kana, which are written without blanks, are
/// one word each. Words are lower-cased without regard to culture, cut after 64 characters, and English endings are taken off
/// (plural s after Harman, "How effective is suffixing?", JASIS 1991; then -ing, -ed, -ly and a final e), so that "inhibits",
/// "inhibited" and "inhibiting" meet. The result depends on the text alone and is the same on every machine.
/// </remarks>
public static class LexicalTokenizer
{
    internal const int LongestWord = 64;

    /// <summary>Returns the words of a text in order, lower-case and without endings.</summary>
    /// <param name="text">Any text; an empty one has no words.</param>
    public static IReadOnlyList<string> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var reader = new WordReader(text, stackalloc char[LongestWord]);
        while (reader.MoveNext())
        {
            words.Add(new string(reader.Stem));
        }

        return words;
    }

    /// <summary>Returns how many words a text has.</summary>
    internal static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var reader = new WordReader(text, stackalloc char[LongestWord]); reader.MoveNext();)
        {
            count++;
        }

        return count;
    }
}
