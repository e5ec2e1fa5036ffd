namespace MedBench.Benchmarks;

/// <summary>MediQ's iMedQA (Li et al. 2024): the 1,272 questions of MedQA's development split as dialogues with a patient, and the same without one.</summary>
/// <remarks>Splits are conditions over one file: <c>interactive</c>, and without a dialogue <c>full</c> (the whole record), <c>initial</c> (what the dialogue begins with) and <c>none</c>.</remarks>
public sealed class MediQIMedQa : MediQBenchmark
{
    internal const string Paper = "Li SS, Balachandran V, Feng S, Ilgen JS, Pierson E, Koh PW, Tsvetkov Y. MediQ: Question-Asking LLMs and a Benchmark for Reliable Interactive Clinical Reasoning. NeurIPS 2024. arXiv:2406.00922";

    /// <summary>Initializes the benchmark with a patient that returns published facts.</summary>
    public MediQIMedQa()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="patient">How the patient answers; null for the defaults.</param>
    public MediQIMedQa(MediQPatientOptions? patient)
        : base(patient) => Card = new BenchmarkCard
        {
            Id = "mediq-imedqa",
            Version = "1",
            Title = "MediQ, iMedQA",
            Citation = Paper,
            Kind = BenchmarkKind.Dialogue,
            Status = BenchmarkStatus.Loaded,
            License = "CC-BY-4.0",
            Splits = CreateSplits(1_272, "all_dev_good.jsonl"),
            Downloads = [DataDownload.GitHub("stellalisy/mediQ", "data/all_dev_good.jsonl", "faa2ce62fef0423e35af4c31d7537aad973173eb") with { Sha256 = "3bfc7090d060dd8d11e4237344ed78846707faab433a84d078191627ad3c9526" }],
            PrimaryMetric = "accuracy",
            PromptFields = ["question", "options", "context", "initial_info"],
            RequiredRoles = Roles,
            Remarks = [.. Shared, "Three questions (224, 298, 779) have no record, and eleven have a record of one sentence: nothing can be asked for there."],
        };

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }

    internal static IReadOnlyList<string> Shared { get; } =
    [
        "Of the context the doctor is shown the first sentence; the rest reaches it only as the patient's answers. The non-interactive splits use the prompt of the final answer with an empty log: the repository holds pieces of another prompt for them and no code that puts it together.",
        "The default doctor rates its confidence with a reason, once; which settings gave the paper's numbers is not stated in the repository.",
        "Nine defects of the published code are reproduced only by name: see MediQCompat.",
    ];
}
