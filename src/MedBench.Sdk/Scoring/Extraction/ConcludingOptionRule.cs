using static MedBench.Scoring.Extraction.ClaimPolarity;

namespace MedBench.Scoring.Extraction;

/// <summary>Takes the option that the reply points at without calling it the answer: "therefore, spider bite is the most concerning bite".</summary>
internal sealed class ConcludingOptionRule : IExtractionRule
{
    /// <inheritdoc />
    public ChoiceExtraction? Apply(ReplyContext reply) => Settle(reply, ClaimStrength.Weak) ?? Settle(reply, ClaimStrength.Hint);

    private static ChoiceExtraction? Settle(ReplyContext reply, ClaimStrength strength)
    {
        var claims = reply.Claims.FindAll(claim => claim.Strength >= strength);
        var last = claims.FindLastIndex(claim => claim.Polarity != Rejects);
        if (last < 0)
        {
            return null;
        }

        var pointed = claims[last];
        var agree = pointed.Polarity == Accepts && claims.TrueForAll(claim => IsListed(claim) || (claim.Option == pointed.Option) == (claim.Polarity == Accepts));
        var settles = agree || (pointed is { IsConcluding: true, Polarity: Accepts } && !claims.Exists(claim => IsRival(claim, pointed)));
        return settles
            ? ChoiceExtraction.Answered(reply.Options.LabelOf(pointed.Option), pointed.Rule)
            : ChoiceExtraction.Without(ExtractionStatus.Unparsed, "no-clear-conclusion");
    }

    /// <summary>An option on a line of its own among others restates the question.</summary>
    private static bool IsListed(Claim claim) => claim is { Polarity: Wavers, Rule: FragmentReader.Rule };

    private static bool IsRival(Claim claim, Claim pointed) => claim.IsConcluding && claim.Polarity == Accepts && claim.Option != pointed.Option;
}
