using static MedBench.Scoring.Extraction.ClaimPolarity;

namespace MedBench.Scoring.Extraction;

/// <summary>Takes the option that the reply calls its answer; of several the last, when the reply makes clear that it replaces the others.</summary>
internal sealed class ExplicitAnswerRule : IExtractionRule
{
    /// <inheritdoc />
    public ChoiceExtraction? Apply(ReplyContext reply)
    {
        var last = reply.Claims.FindLastIndex(IsAnswer);
        if (last < 0)
        {
            return null;
        }

        var answer = reply.Claims[last];
        if (answer.Polarity == Wavers)
        {
            return ChoiceExtraction.Without(ExtractionStatus.Unparsed, "several-answers");
        }

        if (IsWithdrawn(reply.Claims, last) || Corrections.After(reply, answer))
        {
            return ChoiceExtraction.Without(ExtractionStatus.Unparsed, "answer-withdrawn");
        }

        return IsContradicted(reply, last)
            ? ChoiceExtraction.Without(ExtractionStatus.Unparsed, "conflicting-answers")
            : ChoiceExtraction.Answered(reply.Options.LabelOf(answer.Option), answer.Rule);
    }

    private static bool IsAnswer(Claim claim) => claim.Strength >= ClaimStrength.Stated && claim.Polarity != Rejects;

    private static bool IsWithdrawn(List<Claim> claims, int answer) => claims.FindIndex(
        answer + 1, claim => claim.Option == claims[answer].Option && claim is { Polarity: Rejects, Strength: >= ClaimStrength.Stated }) >= 0;

    private static bool IsContradicted(ReplyContext reply, int last)
    {
        var answer = reply.Claims[last];
        var other = last == 0 ? -1 : reply.Claims.FindLastIndex(last - 1, claim => IsAnswer(claim) && claim.Polarity == Accepts && claim.Option != answer.Option);
        if (other < 0)
        {
            return false;
        }

        var earlier = reply.Claims.Take(last).Where(claim => IsAnswer(claim) && claim.Polarity == Accepts && claim.Option != answer.Option).ToList();
        var outranks = earlier.TrueForAll(claim => claim.Strength < answer.Strength)
            || (answer.IsConcluding && earlier.TrueForAll(claim => !claim.IsConcluding && claim.Strength <= answer.Strength));
        return !outranks && !Corrections.Between(reply, reply.Claims[other], answer);
    }
}
