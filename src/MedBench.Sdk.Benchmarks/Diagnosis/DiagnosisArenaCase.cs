namespace MedBench.Benchmarks;

/// <summary>Reads the cases of DiagnosisArena, which its two forms share.</summary>
internal static class DiagnosisArenaCase
{
    public const string Citation = "Zhu Y, Huang Z, Mu L, et al. DiagnosisArena: Benchmarking Diagnostic Reasoning for Large Language Models. 2025. arXiv:2505.14107";
    public const string License = "MIT for the code; the cases are adapted from Cell, JAMA and others, for research and evaluation alone";

    public static readonly string[] Fields = ["Case Information", "Physical Examination", "Diagnostic Tests"];

    public static readonly SplitInfo Test = new() { Name = "test", Count = 915, Files = ["test*.parquet", "test.jsonl", "test.json", "DiagnosisArena*.parquet", "DiagnosisArena*.jsonl"] };

    public static readonly string[] Remarks =
    [
        "The paper has 1,113 cases; 915 are public (SII-SPIRAL-MED/DiagnosisArena on the Hugging Face Hub, once shzyk/DiagnosisArena), without those of 2025 and of some journals. No published number is of these 915 alone.",
        "The published code sets neither temperature nor a number of tokens; the endpoint's own apply.",
    ];

    public static SampleInput CreateInput(DatasetRow row, IReadOnlyList<ChoiceOption> options) => new()
    {
        Id = row.TryGetId("id", out var id) ? id : FormattableString.Invariant($"test-{row.Number:D5}"),
        Stem = row.GetString(Fields[0]),
        Context = [.. Fields.Skip(1).Select(field => new ContextSection(field, row.GetString(field)))],
        Options = options,
    };
}
