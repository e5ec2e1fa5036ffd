namespace MedBench.Scoring.Extraction;

/// <summary>Compares the text of an option with the tokens of a reply, word by word.</summary>
internal static class OptionTextMatcher
{
    private const int MostSignsBetweenWords = 3;
    private const int MostLinks = 2;

    /// <summary>Returns the token after the last word of the text, or -1 when the reply says something else.</summary>
    /// <param name="tokens">The reply.</param>
    /// <param name="index">The token to start at.</param>
    /// <param name="text">The text of the option.</param>
    /// <param name="longest">The number of words after which agreement is taken for granted.</param>
    /// <param name="exact">Set to false when a word was only similar.</param>
    internal static int Match(TokenList tokens, int index, string text, int longest, ref bool exact)
    {
        var words = new WordEnumerator(text);
        var stop = index;
        var compared = 0;
        while (compared < longest && words.MoveNext())
        {
            var next = compared == 0 ? index : NextWord(tokens, stop);
            if (compared > 0 && next >= 0 && !WordComparison.AreEqual(tokens.TextOf(next), words.Current))
            {
                if (IsLink(words.Current))
                {
                    exact = false;
                    continue;
                }

                for (var links = 0; links < MostLinks && next >= 0 && IsLink(tokens.TextOf(next)); links++)
                {
                    next = NextWord(tokens, next + 1);
                }
            }

            if (next < 0 || !WordComparison.AreSimilar(tokens.TextOf(next), words.Current))
            {
                return -1;
            }

            exact &= WordComparison.AreEqual(tokens.TextOf(next), words.Current);
            stop = next + 1;
            compared++;
        }

        return compared == 0 ? -1 : stop;
    }

    /// <summary>A word that comes and goes with the wording: decreased volume, a decrease in the volume; measure it, measurement of it.</summary>
    private static bool IsLink(ReadOnlySpan<char> word) => word.Equals("the", StringComparison.OrdinalIgnoreCase) || word.Equals("of", StringComparison.OrdinalIgnoreCase)
        || word.Equals("in", StringComparison.OrdinalIgnoreCase) || word.Equals("a", StringComparison.OrdinalIgnoreCase) || word.Equals("an", StringComparison.OrdinalIgnoreCase);

    private static int NextWord(TokenList tokens, int index)
    {
        for (var signs = 0; signs <= MostSignsBetweenWords; signs++)
        {
            ref readonly var token = ref tokens[index + signs];
            if (token.IsWordOrNumber)
            {
                return index + signs;
            }

            if (token.IsBreak)
            {
                return -1;
            }
        }

        return -1;
    }
}
