namespace MedBench;

/// <summary>Says that the question cannot be answered from what is given, so that abstaining is right and every answer is wrong.</summary>
/// <remarks>
/// <see cref="Unanswered"/> with <see cref="Outcome.Abstained"/> is the right prediction. A reply that was refused, cut off or not understood is
/// no abstention. The physician-corrected labels of MedCalc-Bench mark such questions <c>N/A</c>.
/// </remarks>
public sealed record AbstentionTarget : Target
{
    /// <summary>How the right answer is written in results and reports.</summary>
    public const string Label = "N/A";
}
