namespace MedBench.Scoring.Extraction;

/// <summary>Takes the one option that is left when the reply rejects all others: one by one, in a list, or as "the other options".</summary>
internal sealed class EliminationRule : IExtractionRule
{
    private const int FewestOptions = 3;

    /// <inheritdoc />
    public ChoiceExtraction? Apply(ReplyContext reply)
    {
        if (reply.Options.Count < FewestOptions || reply.Claims.Exists(claim => claim.Polarity != ClaimPolarity.Rejects))
        {
            return null;
        }

        var rejected = new bool[reply.Options.Count];
        foreach (var claim in reply.Claims)
        {
            Mark(rejected, claim.Option);
        }

        JointRejections.Mark(reply, rejected);
        var left = FindLeft(reply, rejected);
        return left >= 0 ? ChoiceExtraction.Answered(reply.Options.LabelOf(left), "elimination") : null;
    }

    private static int FindLeft(ReplyContext reply, bool[] rejected)
    {
        var left = Array.IndexOf(rejected, false);
        if (left >= 0 && Array.LastIndexOf(rejected, false) == left)
        {
            return left;
        }

        left = JointRejections.FindUpheld(reply);
        left = left >= 0 ? left : OptionWalk.FindUpheld(reply);
        return left >= 0 && !rejected[left] ? left : -1;
    }

    private static void Mark(bool[] rejected, int option)
    {
        if (option >= 0)
        {
            rejected[option] = true;
        }
    }
}
