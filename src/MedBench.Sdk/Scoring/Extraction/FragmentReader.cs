using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads a sentence or line that is nothing but an option, perhaps after a word such as therefore.</summary>
internal static class FragmentReader
{
    internal const string Rule = "lone-option";

    private const int LongestLead = 12;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        var tokens = reply.Tokens;
        var lead = None;
        var i = named.Start - 1;
        for (; i >= sentence.Start && i >= named.Start - LongestLead; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsSign(',') && ForcedChoice.Precedes(tokens, sentence, i))
            {
                i = sentence.Start - 1;
                break;
            }

            if (token.IsWordOrNumber && !token.Is(Filler | Conclusion | OptionNoun))
            {
                return null;
            }

            lead |= token.Parts;
        }

        if (i >= sentence.Start || sentence.IsQuestion || (named.IsCommonWord ? !LabelShape.IsFollowedByPause(tokens, named.Stop) : !Ends(tokens, sentence, named.Stop)))
        {
            return null;
        }

        if (named is { HasLabel: false, StartsLine: false } && lead == None && tokens[sentence.Stop - 1].Kind != TokenKind.Symbol)
        {
            return null;
        }

        if ((lead & Conclusion) == 0 && OptionHeadings.Include(reply, mention))
        {
            return null;
        }

        return new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Weak, named.Start, (lead & Conclusion) != 0 ? "concluding-option" : Rule);
    }

    private static bool Ends(TokenList tokens, in Sentence sentence, int stop)
    {
        for (var i = stop; i < sentence.Stop && i < stop + LongestLead; i++)
        {
            if (tokens[i].IsWordOrNumber)
            {
                return false;
            }
        }

        return true;
    }
}
