using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads an option as the complement of what medical questions ask for: "The next step is to measure ferritin".</summary>
internal static class SoughtReader
{
    private const WordClass Doubt = Negation | Rejection | Hedge | Condition | Several | Distributive | Contrast;
    private const int LongestGap = 4;
    private const int LongestSubject = 14;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        if (!named.HasText || named.IsCommonWord || sentence.IsQuestion)
        {
            return null;
        }

        var verb = FindVerb(reply.Tokens, sentence, named);
        return verb >= 0 && IsSought(reply.Tokens, sentence, verb)
            ? new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Hint, named.Start, "sought-option")
            : null;
    }

    private static int FindVerb(TokenList tokens, in Sentence sentence, Mention named)
    {
        for (var i = named.Start - 1; i >= sentence.Start && i >= named.Start - LongestGap; i--)
        {
            if (tokens[i].Is(Copula))
            {
                return i;
            }

            if (!tokens[i].Is(Filler) || tokens[i].Is(Doubt))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsSought(TokenList tokens, in Sentence sentence, int verb)
    {
        var isSought = false;
        for (var i = verb - 1; i >= sentence.Start && i >= verb - LongestSubject && !tokens[i].IsSignOf(",;:"); i--)
        {
            if (tokens[i].Is(Doubt) && tokens.TextOf(i) is not "next")
            {
                return false;
            }

            isSought |= tokens[i].Is(Sought);
        }

        return isSought;
    }
}
