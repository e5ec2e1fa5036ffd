using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads the second half of "the answer is not A but B".</summary>
internal static class ContrastReader
{
    private const int LongestJoint = 5;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        if (mention == 0 || reply.Mentions[mention - 1].Start < sentence.Start || !IsJoined(reply.Tokens, reply.Mentions[mention - 1].Stop, named.Start))
        {
            return null;
        }

        return AnswerReader.Read(reply, sentence, mention - 1) is { Polarity: ClaimPolarity.Rejects } denied
            ? denied with { Option = named.Option, Polarity = ClaimPolarity.Accepts, Token = named.Start }
            : null;
    }

    private static bool IsJoined(TokenList tokens, int start, int stop)
    {
        var hasBut = false;
        for (var i = start; i < stop; i++)
        {
            var isBut = tokens.TextOf(i) is "but" or "sondern" or "sino" or "mais";
            if (i >= start + LongestJoint || (tokens[i].IsWordOrNumber && !isBut && !tokens[i].Is(Filler)))
            {
                return false;
            }

            hasBut |= isBut;
        }

        return hasBut;
    }
}
