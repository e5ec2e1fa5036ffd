namespace MedBench.Benchmarks;

/// <summary>Options of <see cref="InteractiveBenchmark"/>.</summary>
public sealed record InteractiveOptions
{
    /// <summary>Gets how the patient answers.</summary>
    public MediQPatientOptions Patient { get; init; } = new();

    /// <summary>Gets how many sentences of the vignette the doctor is told at the start, at least one.</summary>
    public int InitialSentences { get; init; } = 1;

    /// <summary>Gets whether a model in the role <see cref="ModelRole.Patient"/> breaks the vignette up into atomic facts first, as the paper had it done; otherwise its sentences are the facts.</summary>
    /// <remarks>One call a case, whoever plays the doctor.</remarks>
    public bool BreaksUpFacts { get; init; }

    /// <summary>Gets whether questions without a vignette stay, although nothing can be asked for there.</summary>
    public bool KeepsPlainQuestions { get; init; }
}
