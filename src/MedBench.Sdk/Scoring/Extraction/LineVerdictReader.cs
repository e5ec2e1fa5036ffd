using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads the verdict that a list or a table gives beside each option: "A) Incorrect.", "| C | **Correct** |", "C. Warfarin ✅", "[x] C".</summary>
internal static class LineVerdictReader
{
    private const string Rule = "verdict-on-line";
    private const string Ticks = "✓✔✅☑";
    private const string Crosses = "✗✘❌✖";
    private const int MostSigns = 8;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        if (!named.HasLabel || named.Option < 0 || sentence.IsQuestion)
        {
            return null;
        }

        if (IsTicked(reply.Tokens, named.Start))
        {
            return new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Stated, named.Start, Rule);
        }

        if (!named.StartsLine)
        {
            return null;
        }

        return Judge(reply.Tokens, named.Stop) is { } polarity
            ? new(named.Option, polarity, ClaimStrength.Stated, named.Start, Rule)
            : null;
    }

    private static bool IsTicked(TokenList tokens, int start) => tokens[start - 1].IsSign(']') && tokens[start - 3].IsSign('[')
        && (tokens.TextOf(start - 2) is "x" or "X" || tokens[start - 2].IsSignOf(Ticks));

    private static ClaimPolarity? Judge(TokenList tokens, int stop)
    {
        for (var i = stop; i < stop + MostSigns; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsSignOf(Ticks))
            {
                return ClaimPolarity.Accepts;
            }

            if (token.IsSignOf(Crosses))
            {
                return ClaimPolarity.Rejects;
            }

            if (token.Kind != TokenKind.Symbol)
            {
                return i > stop && LabelShape.IsFollowedByPause(tokens, i + 1) && !tokens[i + 1].IsSign(',') ? JudgeWord(tokens, i) : null;
            }
        }

        return null;
    }

    private static ClaimPolarity? JudgeWord(TokenList tokens, int index)
    {
        var word = tokens.TextOf(index);
        if (tokens[index].Is(Rejection) || word.Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            return ClaimPolarity.Rejects;
        }

        return tokens[index].Is(Correct) || word.Equals("yes", StringComparison.OrdinalIgnoreCase) ? ClaimPolarity.Accepts : null;
    }
}
