namespace MedBench.PublicApi;

/// <summary>Fills in what the cards of this project have in common.</summary>
internal static class Cards
{
    public static BenchmarkCard Create(string id, string metric, params string[] fields) => new()
    {
        Id = id,
        Version = "1",
        Title = id,
        Citation = "Written for this test project, 2026.",
        License = "MIT",
        Splits = [new SplitInfo { Name = "test" }],
        PrimaryMetric = metric,
        PromptFields = fields,
    };
}
