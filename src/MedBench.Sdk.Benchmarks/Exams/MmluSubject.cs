namespace MedBench.Benchmarks;

/// <summary>Base of the medical subjects of MMLU (Hendrycks et al. 2021): four options; dev and validation questions are the worked examples.</summary>
/// <remarks>Reads the authors' CSV files, which have no header, and cais/mmlu as Parquet or JSON lines.</remarks>
public abstract class MmluSubject : ExamBenchmark
{
    internal const string Paper = "Hendrycks D, Burns C, Basart S, Zou A, Mazeika M, Song D, Steinhardt J. Measuring Massive Multitask Language Understanding. ICLR 2021. arXiv:2009.03300";

    internal static readonly string[] Fields = ["question", "A", "B", "C", "D", "choices", "subject"];

    private readonly IReadOnlyDictionary<string, string> tags;

    private protected MmluSubject(string subject, int count, int mostFrequent)
    {
        Subject = subject;
        Phrase = subject.Replace('_', ' ');
        tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = subject };
        Card = new BenchmarkCard
        {
            Id = $"mmlu-{subject.Replace('_', '-')}",
            Version = "1",
            Title = $"MMLU {Phrase}",
            Citation = Paper,
            Status = BenchmarkStatus.Loaded,
            License = "MIT",
            Splits = [new SplitInfo { Name = "test", Count = count, Files = FilesOf("test") }],
            Downloads = MmluFiles.Downloads(subject),
            PrimaryMetric = "accuracy",
            PromptFields = Fields,
            MajorityBaseline = mostFrequent / (double)count,
        };
    }

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }

    /// <summary>Gets the subject as the published files name it, for instance <c>college_medicine</c>.</summary>
    public string Subject { get; }

    /// <summary>Gets reasoning by file and row, for sets that publish it beside the questions.</summary>
    internal IReadOnlyDictionary<(string File, long Row), string>? Rationales { get; init; }

    /// <summary>Gets whether a file must say which subject a question belongs to.</summary>
    internal bool RequiresSubject { get; init; }

    private protected override int? OptionCount => 4;

    private string Phrase { get; }

    /// <inheritdoc />
    protected override IReadOnlyList<DatasetFile> FindPool(IDatasetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var published = source.Find(Pool, []) is null
            ? new[] { source.Find(Pool, FilesOf("dev")), source.Find(Pool, FilesOf("val")) ?? source.Find(Pool, FilesOf("validation")) }.OfType<DatasetFile>().ToArray()
            : [];
        return published.Length > 0 ? published : base.FindPool(source);
    }

    /// <inheritdoc />
    protected override string CreateId(string split, DatasetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var name = Path.GetFileName(row.File);
        return $"{Subject}-{base.CreateId(split != Pool ? split : name.Contains("dev", StringComparison.Ordinal) ? "dev" : name.Contains("val", StringComparison.Ordinal) ? "val" : Pool, row)}";
    }

    /// <inheritdoc />
    protected override async ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var map = await base.MapAsync(file, split, source, cancellationToken).ConfigureAwait(false);
        return file.IsExplicit && split == Pool ? map : row => IsOfSubject(row, file) ? Describe(map(row)!, row) : null;
    }

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new LettersFormat(), new ChoicesFormat()];

    private string[] FilesOf(string split) => [$"{Subject}_{split}.csv", $"{Subject}_{split}.jsonl", $"{Subject}/{split}*.parquet", $"{Subject}/{split}.jsonl", $"{Subject}_{split}*.parquet", $"all/{split}*.parquet"];

    private bool IsOfSubject(DatasetRow row, DatasetFile file)
        => row.TryGetString("subject", out var subject) ? subject.Replace(' ', '_') == Subject
            : RequiresSubject && file.IsExplicit
                ? throw row.Error("subject", "the field is missing, so that the question's subject is unknown", "Name a folder with one file a subject, or run the benchmark of the subject")
            : true;

    private MultipleChoiceQuestion Describe(MultipleChoiceQuestion question, DatasetRow row)
        => question with { Subject = Phrase, Tags = tags, Rationale = Rationales?.GetValueOrDefault((row.File, row.Number)) };
}
