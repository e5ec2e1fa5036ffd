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
        Splits = [MedQaFiles.FiveOptions.Test],
        Downloads = MedQaFiles.FiveOptions.Downloads,
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
    protected override IReadOnlyList<string> PoolFiles => MedQaFiles.FiveOptions.Pool;

    private protected override int? OptionCount => 5;

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new OptionsFormat(), new ChoicesFormat(), new EndingsFormat()];
}
