using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads the only option named in a concluding sentence, or in a reply of one sentence: "Therefore, the patient needs fluoxetine."</summary>
internal static class HintReader
{
    private const WordClass Doubt = Negation | Rejection | Hedge | Condition | Several | Distributive;
    private const int LongestSentence = 60;
    private const int LongestGap = 6;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        var hasEvidence = FollowsEvidence(reply.Tokens, sentence, named);
        var isExpected = sentence.IsConcluding || hasEvidence || IsOnlyOption(reply, sentence, named);
        if (sentence.IsQuestion || named.IsCommonWord || !isExpected || sentence.Stop - sentence.Start > LongestSentence)
        {
            return null;
        }

        if (named is { HasLabel: true, StartsLine: true, EndsLine: false } || OptionHeadings.Include(reply, mention))
        {
            return null;
        }

        if (IsRival(reply, mention - 1, named, sentence) || IsRival(reply, mention + 1, named, sentence))
        {
            return null;
        }

        return IsDoubted(reply.Tokens, sentence, named, hasEvidence ? Doubt & ~Distributive : Doubt)
            ? null
            : new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Hint, named.Start, "only-option-concluded");
    }

    private static bool IsDoubted(TokenList tokens, in Sentence sentence, Mention named, WordClass doubt)
    {
        for (var i = sentence.Start; i < sentence.Stop; i++)
        {
            var isDoubt = i < named.Start
                ? tokens[i].Is(doubt)
                : i >= named.Stop && (tokens[i].Is(doubt & ~Distributive) || tokens.TextOf(i) is "but");
            if (isDoubt && !IsHarmless(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"At least" states a number, and "to determine if" asks indirectly.</summary>
    private static bool IsHarmless(TokenList tokens, int index) => tokens.TextOf(index) switch
    {
        "least" => tokens.TextOf(index - 1) is "at",
        "if" or "whether" => tokens.TextOf(index - 1) is "determine" or "know" or "see" or "tell",
        _ => false,
    };

    /// <summary>The last sentence names the only option of the whole reply.</summary>
    private static bool IsOnlyOption(ReplyContext reply, in Sentence sentence, Mention named) => sentence.Stop == reply.Sentences[^1].Stop
        && (named.HasText ? reply.Sentences.Count == 1 || (reply.NamesOneOption && reply.Tokens[sentence.Stop - 1].IsSign('.')) : reply.NamesOneOption && named.IsDelimited && !named.StartsLine);

    /// <summary>"These findings are consistent with a deficiency in protein C", "the patient likely has a deficiency in protein C".</summary>
    private static bool FollowsEvidence(TokenList tokens, in Sentence sentence, Mention named)
    {
        for (var i = named.Start - 1; i >= sentence.Start && i >= named.Start - LongestGap; i--)
        {
            if (tokens[i].Is(Indication) || (tokens.TextOf(i) is "has" && tokens.TextOf(i - 1) is "likely" or "probably"))
            {
                return true;
            }

            if (tokens[i].IsWordOrNumber && !tokens[i].Is(Filler) && tokens.TextOf(i) is not "diagnosis")
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsRival(ReplyContext reply, int other, Mention named, in Sentence sentence) => other >= 0 && other < reply.Mentions.Count
        && reply.Mentions[other].Option != named.Option
        && reply.Mentions[other].Start >= sentence.Start && reply.Mentions[other].Start < sentence.Stop;
}
