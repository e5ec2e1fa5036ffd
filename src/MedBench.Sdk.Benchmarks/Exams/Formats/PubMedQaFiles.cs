namespace MedBench.Benchmarks;

/// <summary>What PubMedQA's files are called and where the authors publish them: pubmedqa/pubmedqa at 1cbae8e9.</summary>
internal static class PubMedQaFiles
{
    /// <summary>The split of all labelled questions.</summary>
    public const string Labelled = "labelled";

    /// <summary>The worked examples.</summary>
    public const string Pool = "pool";

    private const int LabelledCount = 1_000;

    private static readonly string[] Conversions = ["pqa_labeled*.parquet", "pqa_labeled/train*.parquet", "pqa_labeled*.jsonl", "train*.parquet", "train.jsonl"];

    private static readonly SplitInfo Test = new() { Name = "test", Count = OfficialPubMedQaTest.Count, Files = ["ori_pqal.json", "pqal_test_set.json", "test_set.json", .. Conversions] };

    public static IReadOnlyList<SplitInfo> Splits { get; } = [Test, new SplitInfo { Name = Labelled, Count = LabelledCount, Files = ["ori_pqal.json", .. Conversions] }];

    public static IReadOnlyList<DataDownload> Downloads { get; } =
    [
        Download("ori_pqal.json", "8b3276be8942ebbd77f3ddcda12c1749bf0e490045a736fd8438ee40cf37a41d"),
        Download("test_ground_truth.json", "939fe566f09017d13b1ca64d2ddfee0bc2374b366048152997669cccedc44d51"),
    ];

    /// <summary>Finds the file of worked examples: the one that the user named, otherwise that of the evaluated questions, which has others beside them.</summary>
    public static IReadOnlyList<DatasetFile> FindPool(IDatasetSource source)
        => (source.Find(Pool, []) ?? source.Find(Test.Name, Test.Files)) is { } file ? [file] : [];

    /// <summary>Finds the authors' test list; null where it is not there.</summary>
    public static DatasetFile? FindTestList(IDatasetSource source) => source.Find("ground-truth", ["test_ground_truth.json"]);

    /// <summary>Refuses a file that holds more or fewer than all labelled questions.</summary>
    public static async ValueTask RequireLabelledAsync(DatasetFile file, DatasetReadOptions options, CancellationToken cancellationToken)
    {
        var count = await DatasetReader.ReadAsync(file, options, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false);
        if (count != LabelledCount)
        {
            throw new DatasetException(
                FormattableString.Invariant($"the file holds {count} questions, where the split '{Labelled}' has {LabelledCount}"),
                "Name the authors' ori_pqal.json, or pqa_labeled from Hugging Face",
                options.Benchmark,
                file.Name);
        }
    }

    private static DataDownload Download(string name, string hash)
        => DataDownload.GitHub("pubmedqa/pubmedqa", $"data/{name}", "1cbae8e92f72f20c8d3747cbb3bf5bc53554d997") with { Sha256 = hash };
}
