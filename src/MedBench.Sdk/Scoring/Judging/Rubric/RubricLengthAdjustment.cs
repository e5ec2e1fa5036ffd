namespace MedBench;

/// <summary>Takes points from long answers and gives them to short ones, as OpenAI's own later runs of HealthBench do beside the plain score.</summary>
/// <remarks>
/// Adjusted = score − <paramref name="Penalty"/> · (characters − <paramref name="Center"/>) / 500, of each sample and not cut; the mean is cut at the end. Characters are Unicode code
/// points, as Python counts them. openai/simple-evals since April 2026, <c>calculate_length_adjusted_score</c> in <c>healthbench_eval.py</c>, read in copies of it.
/// </remarks>
/// <param name="Penalty">What every 500 characters cost, from 0.</param>
/// <param name="Center">The length that costs nothing.</param>
public sealed record RubricLengthAdjustment(double Penalty, double Center = 2000)
{
    private const double Step = 500;

    /// <summary>Adjusts a score.</summary>
    /// <param name="score">The plain score.</param>
    /// <param name="answer">The graded answer.</param>
    public double Adjust(double score, string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return score - (Penalty * ((CountOf(answer) - Center) / Step));
    }

    internal static int CountOf(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
