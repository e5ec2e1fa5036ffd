namespace MedBench.Benchmarks;

/// <summary>MedQA (Jin et al. 2021): questions in the style of the United States Medical Licensing Examination with four options.</summary>
/// <remarks>Reads the authors' JSON lines, both GBaker conversions and both bigbio schemas, as JSON lines or Parquet.</remarks>
public sealed class MedQa : ExamBenchmark
{
    internal const string Paper = "Jin D, Pan E, Oufattole N, Weng WH, Fang H, Szolovits P. What Disease Does This Patient Have? A Large-Scale Open Domain Question Answering Dataset from Medical Exams. Applied Sciences 11(14):6421, 2021. arXiv:2009.13081";

    internal static readonly string[] Fields = ["question", "options", "choices", "sent1", "sent2", "ending0", "ending1", "ending2", "ending3", "ending4"];

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "medqa",
        Version = "1",
        Title = "MedQA-USMLE, 4 options",
        Citation = Paper,
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits =
        [
            new SplitInfo
            {
                Name = "test",
                Count = 1_273,
                Files =
                [
                    "medqa_us_4opt_test.jsonl", "phrases_no_exclude_test.jsonl", "US/4_options/phrases_no_exclude_test.jsonl",
                    "questions/US/4_options/phrases_no_exclude_test.jsonl", "data_clean/questions/US/4_options/phrases_no_exclude_test.jsonl",
                    "test.jsonl", "test.json", "test*.parquet",
                ],
            },
        ],
        Downloads =
        [
            DataDownload.GitHub("Teddy-XiongGZ/MIRAGE", "rawdata/medqa/data_clean/questions/US/4_options/phrases_no_exclude_test.jsonl", "392943af99cd94cafd50a0de2e7fca24bbf65494") with
            {
                Sha256 = "c3b905ccfa66152dc25afbcb2c10e86c0bdb208824f0658fcdb2c040f60a2beb",
                Splits = ["test"],
            },
            DataDownload.HuggingFace("GBaker/MedQA-USMLE-4-options", "phrases_no_exclude_train.jsonl", "0fb93dd23a7339b6dcd27e241cb9b5eca62d4d18") with { Splits = [Pool] },
        ],
        PrimaryMetric = "accuracy",
        PromptFields = Fields,
        MajorityBaseline = 353 / 1273.0,
        Remarks =
        [
            "A line end and a quote after 38 options of the test split are removed and counted as stray-quote; quotes and blanks of the authors stay.",
            "The variant with five options has the same stems and is easier to confuse than to compare: see medqa-5.",
        ],
    };

    /// <inheritdoc />
    protected override IReadOnlyList<string> PoolFiles { get; } =
    [
        "medqa_us_4opt_train.jsonl", "phrases_no_exclude_train.jsonl", "US/4_options/phrases_no_exclude_train.jsonl",
        "questions/US/4_options/phrases_no_exclude_train.jsonl", "data_clean/questions/US/4_options/phrases_no_exclude_train.jsonl",
        "train.jsonl", "train.json", "train*.parquet",
        "medqa_us_4opt_dev*.jsonl", "phrases_no_exclude_dev.jsonl", "US/4_options/phrases_no_exclude_dev.jsonl",
        "dev.jsonl", "dev.json", "validation.jsonl", "validation*.parquet",
    ];

    private protected override int? OptionCount => 4;

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new OptionsFormat(), new EndingsFormat(), new ChoicesFormat()];
}
