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
        Splits = [MedQaFiles.FourOptions.Test],
        Downloads = MedQaFiles.FourOptions.Downloads,
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
    protected override IReadOnlyList<string> PoolFiles => MedQaFiles.FourOptions.Pool;

    private protected override int? OptionCount => 4;

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new OptionsFormat(), new EndingsFormat(), new ChoicesFormat()];
}
