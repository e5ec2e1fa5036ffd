namespace MedBench;

/// <summary>Describes a user's own file as a benchmark.</summary>
internal static class MappedCard
{
    private static readonly string[] Endings = ["csv", "jsonl", "json", "parquet"];

    public static IReadOnlyList<string> PoolFiles { get; } = [.. Named("pool"), .. Named("train")];

    public static BenchmarkCard Create(string id, FieldMap map, string kind, string metric) => new()
    {
        Id = id,
        Version = "1",
        Title = id,
        Citation = "None: the questions are the user's own.",
        License = "as the file's owner states",
        AccessTier = AccessTier.Gated,
        Kind = kind,
        Languages = ["und"],
        Splits = [new SplitInfo { Name = "test", Files = [.. Named(id), .. Named("test")] }],
        PrimaryMetric = metric,
        PromptFields = [.. map.PromptFields.Distinct(StringComparer.Ordinal)],
        Remarks = ["Its numbers compare with nothing but other runs on the same file: see the file's hash."],
    };

    private static IEnumerable<string> Named(string name) => Endings.Select(ending => $"{name}.{ending}");
}
