using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads the only option named in a concluding sentence, or in a reply of one sentence: "Therefore, the patient needs fluoxetine."</summary>
internal static class HintReader
{
    private const WordClass Doubt = Negation | Rejection | Hedge | Condition | Several | Distributive;
    private const int LongestSentence = 60;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        var isAlone = reply.Sentences.Count == 1 && named.HasText;
        if (sentence.IsQuestion || named.IsCommonWord || !(sentence.IsConcluding || isAlone) || sentence.Stop - sentence.Start > LongestSentence)
        {
            return null;
        }

        if (IsRival(reply, mention - 1, named, sentence) || IsRival(reply, mention + 1, named, sentence))
        {
            return null;
        }

        for (var i = sentence.Start; i < sentence.Stop; i++)
        {
            if (reply.Tokens[i].Is(Doubt) && (i < named.Start || i >= named.Stop))
            {
                return null;
            }
        }

        return new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Hint, named.Start, "only-option-concluded");
    }

    private static bool IsRival(ReplyContext reply, int other, Mention named, in Sentence sentence) => other >= 0 && other < reply.Mentions.Count
        && reply.Mentions[other].Option != named.Option
        && reply.Mentions[other].Start >= sentence.Start && reply.Mentions[other].Start < sentence.Stop;
}
