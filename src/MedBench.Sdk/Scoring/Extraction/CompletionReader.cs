using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads an option on the line below the stem that it completes: "Bleeding can result from:", then "B) Heparin".</summary>
internal static class CompletionReader
{
    private const WordClass Announcement = Negation | Rejection | Condition | Distributive | OptionNoun | Correction;
    private const int LongestStem = 60;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        var colon = FindColon(reply.Tokens, sentence, named);
        if (colon < 0 || sentence.IsQuestion || OptionHeadings.Include(reply, mention) || colon - sentence.Start > LongestStem)
        {
            return null;
        }

        for (var i = sentence.Start; i < colon; i++)
        {
            if (reply.Tokens[i].Is(Announcement))
            {
                return null;
            }
        }

        return new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Weak, named.Start, "completed-stem");
    }

    private static int FindColon(TokenList tokens, in Sentence sentence, Mention named)
    {
        if (named is not { HasLabel: true, StartsLine: true, EndsLine: true })
        {
            return -1;
        }

        var i = named.Start - 1;
        while (i > sentence.Start && (tokens[i].IsSignOf("*_([\"") || tokens[i].Kind == TokenKind.LineBreak))
        {
            i--;
        }

        return i > sentence.Start && tokens[i].IsSign(':') && tokens[i + 1].Kind != TokenKind.Word ? i : -1;
    }
}
