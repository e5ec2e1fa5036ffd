namespace MedBench;

/// <summary>The two questions that a published protocol asks about a claim, each answered with yes or no. Places: <c>{question}</c>, <c>{answer}</c> and <c>{claim}</c>.</summary>
public sealed record ClaimPrompts
{
    /// <summary>Gets whether the answer entails the claim; asked of claims that must be made.</summary>
    public required JudgePrompt Entailment { get; init; }

    /// <summary>Gets whether the answer contradicts the claim; asked of every claim.</summary>
    public required JudgePrompt Contradiction { get; init; }
}
