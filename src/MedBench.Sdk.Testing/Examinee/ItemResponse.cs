namespace MedBench.Testing;

/// <summary>The three-parameter logistic model of item response theory (Birnbaum 1968).</summary>
public static class ItemResponse
{
    /// <summary>Returns the probability of success c + (1 − c) / (1 + exp(−a(θ − b))).</summary>
    /// <param name="ability">The ability θ.</param>
    /// <param name="difficulty">The difficulty b.</param>
    /// <param name="discrimination">The discrimination a.</param>
    /// <param name="guessing">The guessing c, from 0 to 1.</param>
    public static double GetProbability(double ability, double difficulty, double discrimination, double guessing)
        => guessing + ((1 - guessing) / (1 + Math.Exp(-discrimination * (ability - difficulty))));

    /// <summary>Returns a standard normal number that follows from a question alone.</summary>
    /// <param name="stem">The question.</param>
    public static double DrawDifficulty(string stem)
    {
        var random = SeededRandom.Create(0, "difficulty", PromptText.Collapse(stem));
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
