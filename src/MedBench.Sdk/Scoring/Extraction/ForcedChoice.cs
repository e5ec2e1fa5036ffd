using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Recognises the clause with which a doubtful reply chooses after all: "if I had to pick one", "if we must choose".</summary>
internal static class ForcedChoice
{
    private const int LongestClause = 24;

    /// <summary>Tells whether such a clause comes before a token of the sentence.</summary>
    internal static bool Precedes(TokenList tokens, in Sentence sentence, int index)
    {
        var hasChoice = false;
        for (var i = index - 1; i >= sentence.Start && i >= index - LongestClause; i--)
        {
            if (tokens[i].Is(Negation | Rejection) || tokens.TextOf(i) is "you")
            {
                return false;
            }

            if (hasChoice && tokens.TextOf(i) is "if" or "If")
            {
                return true;
            }

            hasChoice |= tokens[i].Is(Select);
        }

        return false;
    }
}
