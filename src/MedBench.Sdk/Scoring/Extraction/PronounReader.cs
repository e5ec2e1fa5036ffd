using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads a verdict on the option that heads the line: "A) Cat bite: … This option is correct."</summary>
internal static class PronounReader
{
    private const int LongestLine = 160;
    private const int LongestSubject = 5;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        if (!named.HasLabel || !named.StartsLine)
        {
            return null;
        }

        var tokens = reply.Tokens;
        var polarity = default(ClaimPolarity?);
        for (var i = named.Stop; i < named.Stop + LongestLine && !tokens[i].IsBreak; i++)
        {
            if (tokens[i].Is(Pronoun) && tokens[i - 1].Kind == TokenKind.Symbol && JudgeFrom(tokens, i) is { } verdict)
            {
                polarity = verdict;
            }
        }

        return polarity is { } found ? new(named.Option, found, ClaimStrength.Weak, named.Start, "verdict-on-line") : null;
    }

    private static ClaimPolarity? JudgeFrom(TokenList tokens, int pronoun)
    {
        for (var i = pronoun + 1; i < pronoun + LongestSubject; i++)
        {
            if (tokens[i].Is(Copula | Modal))
            {
                return Predicate.Judge(tokens, new(pronoun, tokens.Count, false, false), i) switch
                {
                    Verdict.Right => ClaimPolarity.Accepts,
                    Verdict.Wrong => ClaimPolarity.Rejects,
                    _ => null,
                };
            }

            if (!tokens[i].Is(OptionNoun | Answer))
            {
                return null;
            }
        }

        return null;
    }
}
