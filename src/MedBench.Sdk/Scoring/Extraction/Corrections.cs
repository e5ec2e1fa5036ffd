namespace MedBench.Scoring.Extraction;

/// <summary>Recognises that a reply takes an answer back before it gives another.</summary>
internal static class Corrections
{
    /// <summary>Tells whether the earlier answer is rejected, or a word such as "wait" is said, before the later one.</summary>
    internal static bool Between(ReplyContext reply, in Claim earlier, in Claim later)
    {
        foreach (var claim in reply.Claims)
        {
            if (claim.Option == earlier.Option && claim.Polarity == ClaimPolarity.Rejects && claim.Token > earlier.Token)
            {
                return true;
            }
        }

        return SaidBetween(reply, earlier.Token, later.Token);
    }

    /// <summary>Tells whether another option is named in an answer's stead further on: "B … no, actually it's C".</summary>
    internal static bool After(ReplyContext reply, Claim answer)
    {
        var later = reply.Claims.FindLast(claim => claim.Polarity == ClaimPolarity.Accepts && claim.Strength == ClaimStrength.Weak && claim.Rule == AnswerReader.Pointed);
        return later.Token > answer.Token && later.Option != answer.Option && SaidBetween(reply, answer.Token, later.Token);
    }

    private static bool SaidBetween(ReplyContext reply, int start, int stop)
    {
        for (var i = start; i < stop; i++)
        {
            var deniesSentence = reply.Tokens[i].Is(WordClass.Pronoun) && reply.Tokens[i + 1].Is(WordClass.Copula) && reply.Tokens[i + 2].Is(WordClass.Rejection | WordClass.Negation);
            if (deniesSentence || reply.Tokens[i].Is(WordClass.Correction))
            {
                return true;
            }
        }

        return false;
    }
}
