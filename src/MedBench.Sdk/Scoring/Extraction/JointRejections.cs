using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Recognises that several options are rejected at once: "A, B and D are not inherited", "the other options are less likely".</summary>
internal static class JointRejections
{
    private const int LongestJoint = 5;
    private const int LongestPredicate = 8;
    private const int LongestSubject = 30;

    /// <summary>Marks the options of every list that is rejected as a whole.</summary>
    internal static void Mark(ReplyContext reply, bool[] rejected)
    {
        var mentions = reply.Mentions;
        for (var first = 0; first < mentions.Count;)
        {
            var last = first;
            while (last + 1 < mentions.Count && AreListed(reply.Tokens, mentions[last], mentions[last + 1]))
            {
                last++;
            }

            if (last > first && Denies(reply.Tokens, mentions[last].Stop, LongestPredicate))
            {
                for (var i = first; i <= last; i++)
                {
                    rejected[Math.Max(0, mentions[i].Option)] |= mentions[i].Option >= 0;
                }
            }

            first = last + 1;
        }
    }

    /// <summary>Returns the only option named before "the other options are less likely", or -1.</summary>
    internal static int FindUpheld(ReplyContext reply)
    {
        foreach (var sentence in reply.Sentences)
        {
            if (sentence.IsQuestion || !SpeaksOfOthers(reply.Tokens, sentence))
            {
                continue;
            }

            var first = reply.Mentions.Count == 0 ? null : reply.Mentions[0];
            return first is not null && first.Start < sentence.Start && reply.Mentions.TrueForAll(mention => mention.Start >= sentence.Start == (mention.Option != first.Option))
                ? first.Option
                : -1;
        }

        return -1;
    }

    private static bool SpeaksOfOthers(TokenList tokens, in Sentence sentence)
    {
        for (var i = sentence.Start; i < sentence.Start + LongestJoint && i < sentence.Stop; i++)
        {
            if (tokens.TextOf(i) is "other" or "others" or "remaining")
            {
                return Denies(tokens, i + 1, Math.Min(LongestSubject, sentence.Stop - i - 1));
            }
        }

        return false;
    }

    private static bool AreListed(TokenList tokens, Mention left, Mention right)
    {
        if (right.Start - left.Stop > LongestJoint || left.Option == right.Option)
        {
            return false;
        }

        var isJoined = false;
        for (var i = left.Stop; i < right.Start; i++)
        {
            if (tokens[i].IsSignOf(".:;!?|-") || tokens[i].IsBreak || (tokens[i].IsWordOrNumber && !tokens[i].Is(Joiner | OptionNoun | Article)))
            {
                return false;
            }

            isJoined |= tokens[i].IsSign(',') || tokens[i].Is(Joiner);
        }

        return isJoined;
    }

    /// <summary>Finds "not", "incorrect" or "less likely" before the clause ends.</summary>
    private static bool Denies(TokenList tokens, int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (tokens[i].IsSignOf(".;:!?") || tokens[i].IsBreak || tokens.TextOf(i) is "but" or "because" or "since" or "only")
            {
                return false;
            }

            if (tokens[i].Is(Negation | Rejection) || (tokens.TextOf(i) is "less" && tokens[i + 1].Is(Fitting)))
            {
                return !tokens[i].Is(Negation) || tokens.TextOf(i + 1) is not "less" and not "only";
            }
        }

        return false;
    }
}
