namespace MedBench.Benchmarks;

/// <summary>MediQ's iCraft-MD (Li et al. 2024): 140 dermatological cases of CRAFT-MD as dialogues with a patient, and the same without one.</summary>
/// <remarks>Splits are conditions over one file, as in <see cref="MediQIMedQa"/>.</remarks>
public sealed class MediQICraftMd : MediQBenchmark
{
    /// <summary>Initializes the benchmark with a patient that returns published facts.</summary>
    public MediQICraftMd()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="patient">How the patient answers; null for the defaults.</param>
    public MediQICraftMd(MediQPatientOptions? patient)
        : base(patient) => Card = new BenchmarkCard
        {
            Id = "mediq-icraftmd",
            Version = "1",
            Title = "MediQ, iCraft-MD",
            Citation = MediQIMedQa.Paper,
            Kind = BenchmarkKind.Dialogue,
            Status = BenchmarkStatus.Loaded,
            License = "CC-BY-4.0",
            Splits = CreateSplits(140, "all_craft_md.jsonl"),
            Downloads = [DataDownload.GitHub("stellalisy/mediQ", "data/all_craft_md.jsonl", "faa2ce62fef0423e35af4c31d7537aad973173eb") with { Sha256 = "658441e6c6692c84d78fdf1c5ddb406ee6705f4a43330f0f759a1b941d8bfcdc" }],
            PrimaryMetric = "accuracy",
            PromptFields = ["question", "options", "context", "initial_info"],
            RequiredRoles = Roles,
            Remarks = [.. MediQIMedQa.Shared, "In records 112 and 129 the answer's text is not that of the option which answer_idx names (defect answer-differs-from-option); the letter counts, as in the published code."],
        };

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }
}
