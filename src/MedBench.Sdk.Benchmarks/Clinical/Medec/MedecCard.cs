namespace MedBench.Benchmarks;

/// <summary>What the cards of MEDEC's two collections have in common.</summary>
internal static class MedecCard
{
    public static BenchmarkCard Create(string id, string title, string license, IReadOnlyList<SplitInfo> splits) => new()
    {
        Id = id,
        Version = "1",
        Title = title,
        Citation = "Ben Abacha A, Yim W, Fu Y, Sun Z, Yetisgen M, Xia F, Lin T. MEDEC: A Benchmark for Medical Error Detection and Correction in Clinical Notes. Findings of ACL 2025, pp. 22539-22550. arXiv:2412.19260",
        Kind = BenchmarkKind.ErrorCorrection,
        License = license,
        Splits = splits,
        PrimaryMetric = "error flag accuracy",
        PromptFields = ["Sentences"],
    };
}
