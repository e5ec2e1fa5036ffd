using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads a walk through all options, one a paragraph, that speaks against every option but one.</summary>
internal static class OptionWalk
{
    /// <summary>Returns the only option of a complete walk that nothing is said against, or -1.</summary>
    internal static int FindUpheld(ReplyContext reply)
    {
        var upheld = -1;
        var next = 0;
        for (var i = 0; i < reply.Mentions.Count; i++)
        {
            if (reply.Mentions[i] is not { HasLabel: true, StartsLine: true } heading)
            {
                continue;
            }

            if (heading.Option != next)
            {
                return -1;
            }

            next++;
            var line = PartsOfLine(reply, i);
            if ((line & (Negation | Rejection)) != 0)
            {
                continue;
            }

            if (upheld >= 0 || (line & Condition) != 0)
            {
                return -1;
            }

            upheld = heading.Option;
        }

        return next == reply.Options.Count ? upheld : -1;
    }

    /// <summary>Returns the parts of the words beside a heading; "less likely" rejects.</summary>
    private static WordClass PartsOfLine(ReplyContext reply, int heading)
    {
        var tokens = reply.Tokens;
        var parts = None;
        for (var i = reply.Mentions[heading].Stop; !tokens[i].IsBreak; i++)
        {
            var isLess = tokens.TextOf(i) is "less" && tokens[i + 1].Is(Fitting);
            parts |= isLess ? Rejection : tokens.TextOf(i) is "example" ? None : tokens[i].Parts;
        }

        return parts;
    }
}
