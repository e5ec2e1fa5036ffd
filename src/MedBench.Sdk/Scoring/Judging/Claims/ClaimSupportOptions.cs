namespace MedBench;

/// <summary>Options of <see cref="ClaimSupportScorer"/>.</summary>
public sealed record ClaimSupportOptions
{
    /// <summary>Gets who judges.</summary>
    public JudgePanel Panel { get; init; } = new();

    /// <summary>Gets the measure that is the value.</summary>
    public ClaimHeadline Headline { get; init; } = ClaimHeadline.Comprehensiveness;

    /// <summary>Gets whether entailment and contradiction are asked for in two calls a claim, as K-QA's and OLAPH's code do, and not in one with three answers, as K-QA's physicians did. Then a claim can be both.</summary>
    public bool AsksSeparately { get; init; }

    /// <summary>Gets the questions of a published protocol, which then are asked separately; null means the built-in ones.</summary>
    public ClaimPrompts? Prompts { get; init; }
}
