namespace MedBench.Scoring.Extraction;

/// <summary>Recognises a quoted question, which does not end the sentence around it: B is the answer to "Which drug?".</summary>
internal static class Quotation
{
    private const int LongestQuotation = 60;

    /// <summary>Tells whether a question mark ends a question that the sentence from the given start quotes.</summary>
    internal static bool Ends(TokenList tokens, int index, int start)
    {
        if (!tokens[index + 1].IsSign('"'))
        {
            return false;
        }

        for (var i = index - 1; i > start && i > index - LongestQuotation; i--)
        {
            if (tokens[i].IsSign('"'))
            {
                return tokens[i].SpaceBefore && i > start + 1;
            }
        }

        return false;
    }
}
