using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Recognises the headings under which a reply discusses one option after the other; a reply cut short may end with one.</summary>
internal static class OptionHeadings
{
    private const int MostSigns = 4;

    /// <summary>Tells whether the line of a mention is the heading before or after that of the neighbouring option.</summary>
    internal static bool Include(ReplyContext reply, int mention)
    {
        var named = reply.Mentions[mention];
        return named is { HasLabel: true, StartsLine: true } && named.Option >= 0 && (Follows(reply, mention, named.Option) || Leads(reply, mention, named.Option));
    }

    /// <summary>"(B) can be ruled out" is a sentence, "B) rarely occurs" and "B) Heparin" are headings.</summary>
    private static bool IsHeading(TokenList tokens, Mention mention)
    {
        var next = mention.Stop;
        while (next < mention.Stop + MostSigns && tokens[next].Kind == TokenKind.Symbol)
        {
            next++;
        }

        return mention is { HasLabel: true, StartsLine: true } && (mention.HasText || !tokens[next].Is(Copula | Modal | Negation | Continuation));
    }

    private static bool Follows(ReplyContext reply, int mention, int option)
    {
        for (var i = mention - 1; i >= 0 && i >= mention - Reach(reply); i--)
        {
            if (IsHeading(reply.Tokens, reply.Mentions[i]))
            {
                return reply.Mentions[i].Option == option - 1;
            }
        }

        return false;
    }

    private static bool Leads(ReplyContext reply, int mention, int option)
    {
        for (var i = mention + 1; option == 0 && i < reply.Mentions.Count && i <= mention + Reach(reply); i++)
        {
            if (IsHeading(reply.Tokens, reply.Mentions[i]))
            {
                return reply.Mentions[i].Option == 1;
            }
        }

        return false;
    }

    private static int Reach(ReplyContext reply) => 2 * reply.Options.Count;
}
