namespace MedBench.Scoring.Extraction;

/// <summary>Looks for fixed phrases at the beginning and the end of a reply, where a model says that it will not or cannot answer.</summary>
internal static class PhraseMatcher
{
    private const int OpeningSentences = 3;
    private const int ClosingSentences = 3;
    private const int LongestSentence = 120;

    /// <summary>Returns the last token at which one of the phrases starts, or -1.</summary>
    internal static int FindLast(ReplyContext reply, string[][] phrases)
    {
        var sentences = reply.Sentences;
        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            if (i >= OpeningSentences && i < sentences.Count - ClosingSentences)
            {
                i = OpeningSentences;
                continue;
            }

            var found = FindIn(reply.Tokens, sentences[i], phrases);
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }

    private static int FindIn(TokenList tokens, in Sentence sentence, string[][] phrases)
    {
        for (var i = sentence.Start; i < sentence.Stop && i < sentence.Start + LongestSentence; i++)
        {
            foreach (var phrase in phrases)
            {
                if (tokens[i].IsWordOrNumber && Matches(tokens, i, phrase))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static bool Matches(TokenList tokens, int index, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!tokens.TextOf(index + i).Equals(phrase[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
