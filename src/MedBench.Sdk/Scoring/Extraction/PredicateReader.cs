using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads what is said about an option after it: "B is correct", "Option C is wrong", "spider bite is the most concerning".</summary>
internal static class PredicateReader
{
    private const string Rule = "verdict";
    private const int LongestGap = 4;
    private const int LongestName = 8;
    private const int LongestAfterthought = 12;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var tokens = reply.Tokens;
        var named = reply.Mentions[mention];
        if (Excludes(tokens, named.Start - 1))
        {
            // "B, not A, is correct": the verdict is on the option before.
            return null;
        }

        var verb = FindVerb(tokens, sentence, named);
        if (verb < 0 || sentence.IsQuestion || StartsWithCondition(tokens, sentence, named))
        {
            return null;
        }

        var lead = LeadOf(tokens, sentence, named);
        if ((lead & Hedge) != 0)
        {
            return null;
        }

        var strength = named.HasLabel ? ClaimStrength.Stated : ClaimStrength.Weak;
        return Predicate.Judge(tokens, sentence, verb) switch
        {
            Verdict.Right when (lead & Negation) != 0 => new(named.Option, ClaimPolarity.Rejects, strength, named.Start, Rule),
            Verdict.Right => new(named.Option, ClaimPolarity.Accepts, strength, named.Start, Rule),
            Verdict.Shared when named.HasLabel && Predicate.Accepts(tokens, verb, sentence.Stop) => new(named.Option, ClaimPolarity.Wavers, strength, named.Start, Rule),
            Verdict.Wrong => new(named.Option, ClaimPolarity.Rejects, strength, named.Start, Rule),
            Verdict.Foremost when named.HasLabel && sentence.IsConcluding => new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Weak, named.Start, Rule),
            _ => null,
        };
    }

    /// <summary>Finds the verb; an option with its text may be the head of a longer name, as in "C) acral lentiginous melanoma is".</summary>
    private static int FindVerb(TokenList tokens, in Sentence sentence, Mention named)
    {
        var words = named.HasText ? 2 : 0;
        for (var i = named.Stop; i < sentence.Stop && i < named.Stop + LongestName; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(Copula | Modal) || (token.Is(Best) && named.HasLabel) || (token.IsSignOf("-:") && tokens[i + 1].Is(Correct | Rejection)))
            {
                return token.Kind == TokenKind.Symbol ? i + 1 : i;
            }

            if (token.IsSign(',') && Excludes(tokens, i + 1))
            {
                i = SkipAside(tokens, i + 1);
                continue;
            }

            if (token.IsSignOf(".;?!:") || token.IsBreak || (token.IsWordOrNumber && (token.Is(Joiner | Negation) || --words < 0)))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool Excludes(TokenList tokens, int index) => tokens[index].Is(Negation | Contrast) && tokens.TextOf(index) is not "but";

    /// <summary>Returns the parts of the words before the option in its clause: "I don't think", "you might say", "although".</summary>
    private static WordClass LeadOf(TokenList tokens, in Sentence sentence, Mention named)
    {
        var lead = None;
        for (var i = named.Start - 1; i >= sentence.Start && i >= named.Start - LongestAfterthought; i--)
        {
            if (tokens[i].IsSignOf(",;:") || tokens[i].Is(Conclusion) || tokens.TextOf(i) is "because" or "since" or "but" or "and")
            {
                return lead;
            }

            var word = tokens.TextOf(i);
            var concedes = word.Equals("although", StringComparison.OrdinalIgnoreCase) || word.Equals("though", StringComparison.OrdinalIgnoreCase)
                || word.Equals("while", StringComparison.OrdinalIgnoreCase) || word.Equals("whereas", StringComparison.OrdinalIgnoreCase);
            lead |= concedes ? Hedge : tokens[i].Parts;
        }

        return lead;
    }

    /// <summary>Returns the comma that ends an aside such as "not A".</summary>
    private static int SkipAside(TokenList tokens, int index)
    {
        for (var i = index; i < index + LongestGap; i++)
        {
            if (tokens[i].IsSign(','))
            {
                return i;
            }
        }

        return index;
    }

    /// <summary>Finds an "if" before the option, except one that only introduces a choice: "if we have to choose one".</summary>
    private static bool StartsWithCondition(TokenList tokens, in Sentence sentence, Mention named)
    {
        for (var i = named.Start - 1; i >= sentence.Start && i >= named.Start - LongestAfterthought; i--)
        {
            if (tokens[i].Is(Select))
            {
                return false;
            }

            if (tokens[i].Is(Condition))
            {
                return true;
            }
        }

        return false;
    }
}
