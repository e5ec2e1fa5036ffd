using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads "the answer is B", "Answer: B", "the most likely diagnosis is deficiency in protein C (option C)".</summary>
internal static class AnswerReader
{
    internal const string Pointed = "option-after-verb";

    internal const string Superlative = "most-likely-option";

    private const int WordsBeforeParenthesis = 10;
    private const int WordsBeforeText = 2;
    private const int LongestOpening = 16;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var tokens = reply.Tokens;
        var named = reply.Mentions[mention];
        var isParenthesised = named is { HasLabel: true, HasText: false, IsDelimited: true } && tokens[named.Start].InParentheses;
        var before = Surroundings.Before(tokens, sentence, named, isParenthesised ? WordsBeforeParenthesis : 0);
        if (before.Connector < 0)
        {
            before = Surroundings.Before(tokens, sentence, named, named.HasText && !named.IsCommonWord ? WordsBeforeText : 0);
        }

        if (before.Connector < 0 || IsConditionalAfter(tokens, named.Stop, before) || sentence.IsQuestion || IsConditional(before) || FollowsAnotherOption(reply, sentence, mention, before.Connector))
        {
            return null;
        }

        var (strength, rule) = Judge(tokens, sentence, named, before);
        if (rule is null)
        {
            return null;
        }

        var polarity = before.Denies ? ClaimPolarity.Rejects : before.Wavers ? ClaimPolarity.Wavers : ClaimPolarity.Accepts;
        return new(named.Option, polarity, strength, named.Start, rule);
    }

    private static (ClaimStrength Strength, string? Rule) Judge(TokenList tokens, in Sentence sentence, Mention named, in Surroundings before)
    {
        var all = before.Subject | before.Bridge;
        var isColon = tokens[before.Connector].IsSignOf(":=");
        var isNoun = tokens[before.Connector].Is(Answer);
        if (((isColon ? before.Clause : before.Subject) & Answer) != 0 && (before.Clause & Distributive) == 0)
        {
            if (isNoun && !OpensSentence(tokens, sentence, before.Connector))
            {
                return default;
            }

            var isFinal = (before.Subject & Final) != 0 || ((isColon || isNoun) && OpensSentence(tokens, sentence, before.Connector));
            return (isFinal ? ClaimStrength.Final : ClaimStrength.Stated, "answer-marker");
        }

        if (isColon && named.HasLabel && tokens[before.Connector - 1].Is(Field) && OpensSentence(tokens, sentence, before.Connector - 1))
        {
            return (ClaimStrength.Stated, "answer-marker");
        }

        if ((before.Clause & Distributive) != 0 && !before.HasSuperlative)
        {
            return default;
        }

        if ((before.Subject & OptionNoun) != 0 && (all & (Correct | Best | Final | Select)) != 0)
        {
            return (ClaimStrength.Stated, "correct-option");
        }

        if (before.HasSuperlative || (before.Subject & (Correct | Most)) != 0)
        {
            return (before.HasSuperlative && named.HasLabel ? ClaimStrength.Stated : ClaimStrength.Weak, Superlative);
        }

        if (before.IsRelative && (before.Clause & Select) != 0)
        {
            return (named.HasLabel ? ClaimStrength.Stated : ClaimStrength.Weak, SelectionReader.Rule);
        }

        if (isColon && !(named.HasLabel && tokens[before.Connector - 1].Is(Copula)))
        {
            // "Given these options:" introduces their discussion.
            return (before.Subject & Conclusion) != 0 && (before.Subject & OptionNoun) == 0 ? (ClaimStrength.Weak, "concluding-option") : default;
        }

        var isPronoun = !before.IsRelative && ((before.Clause & Pronoun) != 0 || tokens.TextOf(before.Connector) is "it's" or "It's");
        return named.HasLabel || (isPronoun && LabelShape.IsFollowedByPause(tokens, named.Stop))
            ? (ClaimStrength.Weak, Pointed)
            : default;
    }

    /// <summary>A condition makes a statement void, except one that only introduces a choice: "if I had to guess".</summary>
    private static bool IsConditional(in Surroundings before) =>
        ((before.Subject | before.Bridge) & Condition) != 0 && ((before.Subject | before.Bridge) & Select) == 0;

    /// <summary>"Would be B if" is void; "is B, if we assume" only names a premise.</summary>
    private static bool IsConditionalAfter(TokenList tokens, int stop, in Surroundings before) =>
        tokens[stop].Is(Condition) || (tokens[stop + 1].Is(Condition) && ((before.Bridge | before.Clause) & Modal) != 0);

    private static bool FollowsAnotherOption(ReplyContext reply, in Sentence sentence, int mention, int connector)
    {
        if (mention == 0)
        {
            return false;
        }

        var previous = reply.Mentions[mention - 1];
        return previous.Start >= sentence.Start && previous.Stop > connector - 1 && previous.Option != reply.Mentions[mention].Option;
    }

    /// <summary>Tells whether only words such as "so, my final" come before a token in its sentence.</summary>
    private static bool OpensSentence(TokenList tokens, in Sentence sentence, int connector)
    {
        if (connector - sentence.Start > LongestOpening)
        {
            return false;
        }

        for (var i = sentence.Start; i < connector; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsWordOrNumber && !token.Is(Answer | Filler | Final | Correct | Conclusion | Best))
            {
                return false;
            }
        }

        return true;
    }
}
