namespace MedBench;

/// <summary>Options of <see cref="RubricScorer"/>.</summary>
public sealed record RubricOptions
{
    /// <summary>Gets who judges.</summary>
    public JudgePanel Panel { get; init; } = new();

    /// <summary>Gets the prompt, with the places <c>{conversation}</c> and <c>{criterion}</c>; null means the built-in one.</summary>
    public JudgePrompt? Prompt { get; init; }

    /// <summary>Gets by how much an answer's length changes its score; null leaves the score as it is.</summary>
    public RubricLengthAdjustment? LengthAdjustment { get; init; }
}
