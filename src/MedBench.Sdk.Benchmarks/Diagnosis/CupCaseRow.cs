namespace MedBench.Benchmarks;

/// <summary>Reads the cases of CUPCase, whose columns have several names, and how much of each is shown.</summary>
internal sealed record CupCaseRow(string Id, string Case, string Diagnosis, IReadOnlyDictionary<string, string> Tags)
{
    public const string Citation = "Perets O, Ben Shoham O, Grinberg N, Rappoport N. CUPCase: Clinically Uncommon Patient Cases and Diagnoses Dataset. AAAI 2025. arXiv:2503.06204";
    public const string License = "none stated; the cases are from the BMC Journal of Medical Case Reports";

    public static readonly string[] Fields = ["clean text", "clean_case_presentation", "case presentation", "20%", "40%", "60%", "80%", "100%"];

    private static readonly string[] CaseColumns = ["clean text", "clean_case_presentation", "case presentation"];
    private static readonly string[] DiagnosisColumns = ["final diagnosis", "correct_diagnosis"];

    public static readonly SplitInfo[] Splits =
    [
        Split("test", ["Case_report_w_images_dis_VF.csv", "ablation_study_tokens.csv", "test*.parquet", "test.jsonl"]),
        .. new[] { "80", "60", "40", "20" }.Select(share => Split($"test-{share}", ["ablation_study_tokens.csv", "Case_report_w_images_dis_VF.csv", "test*.parquet", "test.jsonl"])),
    ];

    public static readonly string[] Remarks =
    [
        "The splits test-80 to test-20 show the first 80 to 20 % of each case's tokens. The columns of ablation_study_tokens.csv are shown as published (cut by Llama 3's tokenizer); where the file has none, o200k_base cuts (tag cut-by).",
        "The repository names no file to fetch; from memory, the set is ofir408/CupCase on the Hugging Face Hub. The published runs of API models take 4 random samples of 250 cases with seeds of pandas, which are not reproduced: CupCaseBatches gives mean and deviation of such batches.",
    ];

    public static CupCaseRow Read(DatasetRow row, string split)
    {
        var share = split == "test" ? "100" : split[(split.IndexOf('-', StringComparison.Ordinal) + 1)..];
        var (text, tokenizer) = Show(row, share);
        return string.IsNullOrWhiteSpace(text)
            ? throw row.Error(Find(row, CaseColumns), "the case is empty", "Remove the record")
            : new CupCaseRow(
                row.TryGetId("id", out var id) ? id : FormattableString.Invariant($"case-{row.Number:D5}"),
                text,
                row.GetString(Find(row, DiagnosisColumns)),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["shown"] = share + " %", ["cut-by"] = tokenizer });
    }

    private static (string Text, string Tokenizer) Show(DatasetRow row, string share)
    {
        if (share != "100" && row.TryGetString(share + "%", out var published))
        {
            return (published, "published");
        }

        var whole = row.GetString(Find(row, CaseColumns));
        return share == "100" ? (whole, "nothing") : (O200kTokens.Take(whole, O200kTokens.Count(whole) * int.Parse(share, System.Globalization.CultureInfo.InvariantCulture) / 100), "o200k_base");
    }

    private static string Find(DatasetRow row, string[] columns) => columns.FirstOrDefault(row.Has) ?? columns[0];

    private static SplitInfo Split(string name, string[] files) => new() { Name = name, Count = 3_562, Files = files };
}
