namespace MedBench.Testing;

/// <summary>How a simulated examinee stands to one prompt: the true distribution of its replies.</summary>
public sealed record ExamineeBelief
{
    /// <summary>Gets the sample that the prompt asks.</summary>
    public required SampleInput Input { get; init; }

    /// <summary>Gets the ability with everything that the prompt adds to it.</summary>
    public required double Ability { get; init; }

    /// <summary>Gets the item's difficulty.</summary>
    public required double Difficulty { get; init; }

    /// <summary>Gets the right answer as the prompt shows it: a letter, or the option's text where there are no letters.</summary>
    public required string Right { get; init; }

    /// <summary>Gets the probability of each answer as shown, given that one is given; sums to 1, the right one first.</summary>
    public required IReadOnlyDictionary<string, double> Probabilities { get; init; }

    /// <summary>Gets the probability of being right, given that an answer is given.</summary>
    public double RightProbability => Probabilities[Right];
}
