namespace MedBench.Benchmarks;

/// <summary>MedQA (Jin et al. 2021) with the five options of the original questions.</summary>
/// <remarks>Reads the authors' JSON lines and both bigbio schemas, as JSON lines or Parquet.</remarks>
public sealed class MedQa5 : ExamBenchmark
{
    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "medqa-5",
        Version = "1",
        Title = "MedQA-USMLE, 5 options",
        Citation = MedQa.Paper,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits =
        [
            new SplitInfo
            {
                Name = "test",
                Count = 1_273,
                Files = ["medqa_us_5opt_test.jsonl", "US/test.jsonl", "questions/US/test.jsonl", "data_clean/questions/US/test.jsonl", "test.jsonl", "test.json", "test*.parquet"],
            },
        ],
        Downloads =
        [
            DataDownload.GitHub("gersteinlab/medagents-benchmark", "data/medqa_5options/test.jsonl", "f5e50b69be8ef617a6de613cc8035929448e2b3b") with
            {
                Sha256 = "cfa75cbcc53c29b023752b0a395ff49d8202121041392735ae44771a5ec734a3",
                Splits = ["test"],
            },
        ],
        PrimaryMetric = "accuracy",
        PromptFields = MedQa.Fields,
        MajorityBaseline = 277 / 1273.0,
        Remarks =
        [
            "Same stems as medqa with one more distractor; scores of the two are not comparable.",
            "A line end and a quote after 52 options of the test split are removed and counted as stray-quote; quotes and blanks of the authors stay.",
        ],
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> PoolFiles { get; } =
    [
        "medqa_us_5opt_train.jsonl", "US/train.jsonl", "questions/US/train.jsonl", "data_clean/questions/US/train.jsonl", "train.jsonl", "train.json", "train*.parquet",
        "medqa_us_5opt_dev*.jsonl", "US/dev.jsonl", "questions/US/dev.jsonl", "data_clean/questions/US/dev.jsonl", "dev.jsonl", "dev.json", "validation*.parquet",
    ];

    private protected override int? OptionCount => 5;

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new OptionsFormat(), new ChoicesFormat(), new EndingsFormat()];
}
