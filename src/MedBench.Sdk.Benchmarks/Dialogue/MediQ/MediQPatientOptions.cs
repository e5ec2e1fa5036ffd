namespace MedBench.Benchmarks;

/// <summary>Options of <see cref="MediQPatient"/>.</summary>
public sealed record MediQPatientOptions
{
    /// <summary>Gets how the patient answers.</summary>
    public MediQPatientSystem System { get; init; } = MediQPatientSystem.FactSelect;

    /// <summary>Gets the most tokens of an answer: 50 in <c>src/patient.py</c>.</summary>
    public int MaxOutputTokens { get; init; } = 50;

    /// <summary>Gets the most tokens of the list of facts, where a model breaks the record up: 1000 in <c>src/patient.py</c>.</summary>
    public int MaxFactTokens { get; init; } = 1000;

    /// <summary>Gets the temperature: 0.6 in <c>src/args.py</c>, which sets it for doctor and patient alike.</summary>
    public float? Temperature { get; init; } = 0.6f;

    /// <summary>Gets the share of probability that is sampled from: 0.9 in <c>src/args.py</c>.</summary>
    public float? TopP { get; init; } = 0.9f;

    /// <summary>Gets the published defects that are reproduced: <see cref="MediQCompat.FactsKey"/>, <see cref="MediQCompat.ReplyLimit"/>.</summary>
    public IReadOnlyList<string> Compat { get; init; } = [];
}
