namespace MedBench.Benchmarks;

/// <summary>The embedded files of MedBench mini, each format with the adapter that reads it.</summary>
internal static class MedBenchMiniSets
{
    private const string Prefix = "mini/";

    /// <summary>Opens the four sets in their order.</summary>
    /// <param name="source">What the caller reads from: where it records files, it records these too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<(string Format, IBenchmark Benchmark, IDatasetSource Data)>> OpenAsync(IDatasetSource source, CancellationToken cancellationToken)
    {
        var rationales = new Dictionary<(string, long), string>();
        await foreach (var row in DatasetReader.ReadAsync(Data("mmlu").Find("sources", ["sources.jsonl"])!, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            rationales[($"{Prefix}mmlu/{row.GetString("file")}", row.GetInt32("row"))] = row.GetString("explanation");
        }

        return [("medqa", new MedQa(), Data("medqa")), ("medmcqa", new MedMcqa(), Data("medmcqa")), ("pubmedqa", new PubMedQa(), Data("pubmedqa")), ("mmlu", new MmluMedical(rationales), Data("mmlu"))];

        // Through the caller's decorator, so that a run's manifest names the embedded files too.
        IDatasetSource Data(string format)
        {
            var embedded = DatasetSource.Embedded(typeof(MedBenchMini).Assembly, $"{Prefix}{format}/");
            return source is HashingDatasetSource hashing ? hashing.Over(embedded) : embedded;
        }
    }
}
