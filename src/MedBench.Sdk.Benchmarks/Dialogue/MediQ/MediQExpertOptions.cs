namespace MedBench.Benchmarks;

/// <summary>Options of <see cref="MediQExpert"/>; the defaults are those of <c>src/args.py</c>.</summary>
public sealed record MediQExpertOptions
{
    /// <summary>Gets how the doctor decides between asking on and answering.</summary>
    public MediQAbstention Abstention { get; init; } = MediQAbstention.Scale;

    /// <summary>Gets whether the decision states its reason first (the RG variants of the prompts).</summary>
    public bool StatesReason { get; init; }

    /// <summary>Gets how often the decision is drawn, at least once; means and majorities decide, an even split asks on.</summary>
    public int SelfConsistency { get; init; } = 1;

    /// <summary>Gets how many questions the doctor may ask, from 0; then the answer is forced.</summary>
    public int MaxQuestions { get; init; } = 30;

    /// <summary>Gets the confidence below which the doctor asks on: a probability for <see cref="MediQAbstention.NumericalCutOff"/>, a rating from 1 to 5 for <see cref="MediQAbstention.Scale"/>; null for 0.8 and 4.</summary>
    public double? AbstainBelow { get; init; }

    /// <summary>Gets whether the question is asked for in a conversation of its own, and not in that of the decision.</summary>
    public bool HasIndependentModules { get; init; }

    /// <summary>Gets whether the doctor answers at every turn, also where it asks on: one call a turn, for accuracy by turn. It changes no final answer.</summary>
    public bool AnswersEveryTurn { get; init; } = true;

    /// <summary>Gets how tokens are drawn.</summary>
    public SamplingOptions Sampling { get; init; } = new() { Temperature = 0.6f, TopP = 0.9f, TopK = null, MaxOutputTokens = 256 };

    /// <summary>Gets the published defects that are reproduced, of <see cref="MediQCompat.Expert"/>.</summary>
    public IReadOnlyList<string> Compat { get; init; } = [];
}
