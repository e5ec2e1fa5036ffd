using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Judges what a predicate says about its subject: "is correct", "would be the best choice", "is not the answer".</summary>
internal static class Predicate
{
    private const int LongestPredicate = 9;
    private const int LongestDenial = 4;
    private const int LongestAfterthought = 12;

    /// <summary>Judges the predicate that starts at a verb.</summary>
    internal static Verdict Judge(TokenList tokens, in Sentence sentence, int verb)
    {
        var seen = None;
        var verdict = Verdict.None;
        for (var i = verb; i < sentence.Stop && i < verb + LongestPredicate; i++)
        {
            ref readonly var token = ref tokens[i];
            seen |= token.Parts;
            if (token.IsSignOf(",;.:") || tokens.TextOf(i) is "because" or "but" or "for" or "in" or "that" or "which")
            {
                return verdict;
            }

            if (token.Is(Rejection) || (token.Is(Negation) && Accepts(tokens, i, sentence.Stop)))
            {
                return Verdict.Wrong;
            }

            if (tokens.TextOf(i) is "also")
            {
                return Verdict.Shared;
            }

            if (token.Is(Negation | Hedge | Distributive))
            {
                return Verdict.None;
            }

            if (IsVerdict(tokens, i, seen))
            {
                return HasCondition(tokens, sentence, verb, i) ? Verdict.None : Verdict.Right;
            }

            verdict = token.Is(Most) ? Verdict.Foremost : verdict;
        }

        return verdict;
    }

    private static bool IsVerdict(TokenList tokens, int index, WordClass seen)
    {
        ref readonly var token = ref tokens[index];
        return token.Is(Best)
            || (token.Is(Most) && tokens[index + 1].Is(Fitting))
            || (tokens.TextOf(index) is "only" && tokens[index + 1].Is(OptionNoun | Answer))
            || (token.Is(Correct) && !IsSide(tokens, index))
            || (tokens.TextOf(index) is "better" or "preferred" && tokens[index + 1].Is(OptionNoun | Answer))
            || (token.Is(Answer) && ((seen & Article) != 0 || tokens.TextOf(index - 1) is "my") && token.Length > 1);
    }

    /// <summary>"Right" before a noun is a side: the right buttock.</summary>
    private static bool IsSide(TokenList tokens, int index) => tokens.TextOf(index) is "right"
        && tokens[index + 1].Kind == TokenKind.Word && !tokens[index + 1].Is(Answer | OptionNoun | Continuation | Conclusion);

    /// <summary>Tells whether a word of acceptance follows closely.</summary>
    internal static bool Accepts(TokenList tokens, int index, int stop)
    {
        for (var i = index + 1; i < stop && i < index + LongestDenial; i++)
        {
            if (tokens[i].Is(Correct | Best | Most | Answer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds what makes a verdict void: "if", "at first glance", "would be …, but".</summary>
    private static bool HasCondition(TokenList tokens, in Sentence sentence, int verb, int index)
    {
        var isTentative = tokens[verb].Is(Modal) || tokens.TextOf(verb) is "seems" or "appears";
        for (var i = index; i < sentence.Stop && i < index + LongestAfterthought; i++)
        {
            if ((tokens[i].Is(Condition) && (isTentative || !Refers(tokens, i + 1))) || tokens.TextOf(i) is "initially" or "glance" || (isTentative && tokens.TextOf(i) is "but" or "however" or "first"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"If it is given early" describes the option, "if the patient were a child" supposes another case.</summary>
    private static bool Refers(TokenList tokens, int index) => tokens.TextOf(index) is "it" or "they";
}
