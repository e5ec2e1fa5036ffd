namespace MedBench.Benchmarks;

/// <summary>XMedBench (Wang et al. 2024, Apollo): medical examinations in six languages, from eleven sources.</summary>
/// <remarks>
/// Reads the authors' <c>metadata/test/LANGUAGE.json</c>, and <c>metadata/dev</c> for worked examples. A split is a language, the tag <c>source</c>
/// says which examination a question is from, and <see cref="CellSummary.MacroMean"/> over that tag is the mean that the paper reports of a language.
/// </remarks>
public sealed class XMedBench : MultipleChoiceBenchmark
{
    /// <summary>Gets the sources that the authors publish and leave out of the paper's means.</summary>
    public static IReadOnlyList<string> NotInPaper { get; } = ["pubmedqa", "cmb-single", "cmexam"];

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "xmedbench",
        Version = "1",
        Title = "XMedBench",
        Citation = "Wang X, Chen N, Chen J, Wang Y, Zhen G, Zhang C, et al. Apollo: A Lightweight Multilingual Medical LLM towards Democratizing Medical AI to 6B People. 2024. arXiv:2403.03640",
        Status = BenchmarkStatus.Loaded,
        License = "Apache-2.0; each source keeps its own terms",
        Languages = [.. XMedBenchFiles.Languages],
        Splits = [.. XMedBenchFiles.Splits],
        Downloads = [.. XMedBenchFiles.Downloads],
        PrimaryMetric = "accuracy",
        PromptFields = ["question", "options", "context"],
        Remarks =
        [
            "The accuracy of a split is over its questions; the paper's mean of a language is over its sources, without PubMedQA, CMB and CMExam.",
            "62 questions of CMExam have several right answers (tag answers = several), and the prompt asks for one; the authors' script counts the first letter alone (KeepsFirstAnswer).",
            "The file of the English questions was not at hand: its count is not known here. One question of HeadQA and ten of the Chinese sources stand there twice.",
            "The authors draw worked examples from the evaluated questions themselves, and leave out questions whose prompt is longer than 4,096 characters; here the examples are those of the dev files and every question counts.",
        ],
    };

    /// <summary>Gets whether a question with several right answers has the first of them alone for its key, as the authors' script reads <c>answer[1]</c>.</summary>
    public bool KeepsFirstAnswer { get; init; }

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy { get; } = new XMedBenchPrompting();

    /// <inheritdoc />
    protected override IReadOnlyList<DatasetFile> FindPool(IDatasetSource source) => XMedBenchFiles.FindPool(source) is { Count: > 0 } files ? files : base.FindPool(source);

    /// <inheritdoc />
    protected override string CreateId(string split, DatasetRow row)
        => FormattableString.Invariant($"{row.GetString("source")}{(split == Pool ? "-dev" : "")}-{row.Number:D5}");

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
        => ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(split == Pool ? XMedBenchQuestion.MapExample : row => XMedBenchQuestion.Map(row, KeepsFirstAnswer));
}
