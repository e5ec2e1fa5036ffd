namespace MedBench.Benchmarks;

/// <summary>Options of <see cref="KQa"/>.</summary>
public sealed record KQaOptions
{
    /// <summary>Gets who judges; GPT-4 at temperature 0 in the paper.</summary>
    public JudgePanel Panel { get; init; } = new() { MaxOutputTokens = null, SendsSchema = false };

    /// <summary>Gets whether three claims without any text count as claims, as in the published 1,589; nobody can make them.</summary>
    public bool CountsEmptyClaims { get; init; }

    /// <summary>Gets whether the judge is read as by the published code: a reply that ends in neither True nor False is a no, and a contradiction is found wherever the word True stands.</summary>
    public bool ReadsAsPublished { get; init; }
}
