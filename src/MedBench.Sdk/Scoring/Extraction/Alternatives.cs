using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Recognises that an option is named as one of several: "A or C", "both A and B", "B, D and E", a list on lines of its own.</summary>
internal static class Alternatives
{
    private const int LongestJoint = 5;

    /// <summary>Tells whether another option stands beside the mention on an equal footing.</summary>
    internal static bool Surround(ReplyContext reply, int mention)
    {
        var mentions = reply.Mentions;
        var current = mentions[mention];
        if (RepeatsListItem(reply, mention))
        {
            return false;
        }

        return (mention + 1 < mentions.Count && mentions[mention + 1].Option != current.Option && Join(reply.Tokens, current, mentions[mention + 1], isLeading: true))
            || (mention > 0 && mentions[mention - 1].Option != current.Option
                && Join(reply.Tokens, mentions[mention - 1], current, isLeading: false));
    }

    /// <summary>"A) … B) … C) … B)": an option that comes again after the list of all of them was picked from it.</summary>
    private static bool RepeatsListItem(ReplyContext reply, int mention)
    {
        var current = reply.Mentions[mention];
        for (var i = mention - 1; i >= 0 && i >= mention - reply.Options.Count && current.StartsLine; i--)
        {
            if (reply.Mentions[i].Option == current.Option && reply.Mentions[i].StartsLine && i < mention - 1)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Join(TokenList tokens, Mention left, Mention right, bool isLeading)
    {
        if (right.Start - left.Stop > LongestJoint)
        {
            return false;
        }

        var hasJoiner = false;
        var hasComma = false;
        var hasStop = false;
        for (var i = left.Stop; i < right.Start; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(Negation | Contrast) && !token.Is(Joiner))
            {
                return false;
            }

            if (token.Kind == TokenKind.LineBreak)
            {
                // Whole lines that follow one another are a list; an answer above a discussion of the others is not.
                return right.EndsLine && right.StartsLine && left.EndsLine && (left.StartsLine || !hasStop);
            }

            hasJoiner |= token.Is(Joiner) || token.IsSignOf("/&+");
            hasComma |= token.IsSignOf(",;");
            hasStop |= token.IsSign('.');
            if ((token.IsSignOf(".!?") && tokens[i + 1].Kind != TokenKind.LineBreak) || (token.IsWordOrNumber && !token.Is(Joiner | Filler | Several | Hedge)))
            {
                return false;
            }
        }

        return hasJoiner || hasComma ? !isLeading || !StartsClause(tokens, right) : left.IsDelimited && right is { IsDelimited: true, StartsLine: false };
    }

    private static bool StartsClause(TokenList tokens, Mention mention) =>
        tokens[mention.Stop].Is(Copula | Modal) || (tokens[mention.Stop].Kind == TokenKind.Word && !tokens[mention.Stop].Is(Joiner));
}
