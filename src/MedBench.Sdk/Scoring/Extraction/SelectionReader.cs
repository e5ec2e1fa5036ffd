using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads an option as the object of a verb: "I would go with B", "this leaves us with option D", "eliminate A".</summary>
internal static class SelectionReader
{
    internal const string Rule = "selection";

    private const int LongestGap = 6;
    private const int LongestClause = 16;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        var tokens = reply.Tokens;
        var verb = FindVerb(tokens, sentence, named);
        if (verb < 0 || sentence.IsQuestion)
        {
            return null;
        }

        var parts = None;
        for (var i = verb; i < named.Start; i++)
        {
            parts |= tokens[i].Parts;
        }

        for (var i = verb - 1; i >= sentence.Start && i >= verb - LongestClause && !tokens[i].IsSignOf(",;"); i--)
        {
            if (tokens[i].Is(Conclusion) || tokens.TextOf(i) is "because" or "since" or "but" or "and")
            {
                break;
            }

            parts |= tokens[i].Parts & (Negation | Rejection | Hedge | Several);
        }

        if ((parts & (Negation | Rejection)) != 0)
        {
            return new(named.Option, ClaimPolarity.Rejects, ClaimStrength.Weak, named.Start, "rejection");
        }

        var polarity = (parts & (Hedge | Several)) != 0 ? ClaimPolarity.Wavers : ClaimPolarity.Accepts;
        return new(named.Option, polarity, named.HasLabel ? ClaimStrength.Stated : ClaimStrength.Weak, named.Start, Rule);
    }

    private static int FindVerb(TokenList tokens, in Sentence sentence, Mention named)
    {
        for (var i = named.Start - 1; i >= sentence.Start && i >= named.Start - LongestGap; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(Select | Rejection) || (tokens.TextOf(i) is "consider" && ForcedChoice.Precedes(tokens, sentence, i)))
            {
                return i;
            }

            if (token.IsSignOf(",;.:") || tokens.TextOf(i) is "of" || (token.IsWordOrNumber && !token.Is(Filler | OptionNoun | Answer | Several | Negation)))
            {
                return -1;
            }
        }

        return -1;
    }
}
