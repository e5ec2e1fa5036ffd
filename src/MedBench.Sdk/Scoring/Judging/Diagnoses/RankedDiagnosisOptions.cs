namespace MedBench;

/// <summary>Options of <see cref="RankedDiagnosisScorer"/>.</summary>
public sealed record RankedDiagnosisOptions
{
    /// <summary>Gets who judges.</summary>
    public JudgePanel Panel { get; init; } = new();

    /// <summary>Gets how many diagnoses of the list count for the value, from 1 to 5; both 1 and 5 stand among the parts.</summary>
    public int Cutoff { get; init; } = 1;

    /// <summary>Gets the prompt, with the places <c>{answer}</c> and <c>{reference}</c>; null means the built-in one. A reading of its own gives the grades in the list's order.</summary>
    public JudgePrompt? Prompt { get; init; }
}
