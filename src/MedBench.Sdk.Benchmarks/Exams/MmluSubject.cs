namespace MedBench.Benchmarks;

/// <summary>Base of the medical subjects of MMLU (Hendrycks et al. 2021): four options; dev and validation questions are the worked examples.</summary>
/// <remarks>Reads the authors' CSV files, which have no header, and cais/mmlu as Parquet or JSON lines.</remarks>
public abstract class MmluSubject : ExamBenchmark
{
    private readonly IReadOnlyDictionary<string, string> tags;

    private protected MmluSubject(string subject, int count, int mostFrequent)
    {
        Subject = subject;
        Phrase = subject.Replace('_', ' ');
        tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["subject"] = subject };
        Card = MmluCard.OfSubject(subject, count, mostFrequent);
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
    protected override IReadOnlyList<DatasetFile> FindPool(IDatasetSource source) => MmluFiles.FindPool(Subject, source) is { Count: > 0 } files ? files : base.FindPool(source);

    /// <inheritdoc />
    protected override string CreateId(string split, DatasetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"{Subject}-{base.CreateId(split == Pool ? MmluFiles.PartOf(row.File) : split, row)}";
    }

    /// <inheritdoc />
    protected override async ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var map = await base.MapAsync(file, split, source, cancellationToken).ConfigureAwait(false);
        return file.IsExplicit && split == Pool ? map : row => IsOfSubject(row, file) ? Describe(map(row)!, row) : null;
    }

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new LettersFormat(), new ChoicesFormat()];

    private bool IsOfSubject(DatasetRow row, DatasetFile file)
        => row.TryGetString("subject", out var subject) ? subject.Replace(' ', '_') == Subject
            : RequiresSubject && file.IsExplicit
                ? throw row.Error("subject", "the field is missing, so that the question's subject is unknown", "Name a folder with one file a subject, or run the benchmark of the subject")
            : true;

    private MultipleChoiceQuestion Describe(MultipleChoiceQuestion question, DatasetRow row)
        => question with { Subject = Phrase, Tags = tags, Rationale = Rationales?.GetValueOrDefault((row.File, row.Number)) };
}
