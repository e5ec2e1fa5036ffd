namespace MedBench.Benchmarks;

/// <summary>Base of the exam benchmarks: reads the evaluated split in the layouts of its own set, and worked examples in every layout known here.</summary>
public abstract class ExamBenchmark : MultipleChoiceBenchmark
{
    private protected ExamBenchmark()
    {
    }

    /// <summary>Gets whether the options must be as many as the set has; null where that differs from question to question.</summary>
    private protected virtual int? OptionCount => null;

    /// <summary>Gets how the answers of a MedMCQA file are numbered where the file itself leaves it open.</summary>
    private protected virtual int? KnownCopBase => null;

    /// <inheritdoc />
    /// <remarks>The columns are those of the only sets without a header; a CSV file with one is read by its own names.</remarks>
    protected override DatasetReadOptions ReadOptions => new() { Benchmark = Card.Id, Columns = LettersFormat.Columns };

    /// <summary>Creates the layouts in which the evaluated split is published.</summary>
    private protected abstract IReadOnlyList<QuestionFormat> CreateFormats();

    /// <inheritdoc />
    protected override async ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var formats = split == Pool
            ? [new OptionsFormat(), new EndingsFormat(), new ChoicesFormat(), new LettersFormat(), new MedMcqaFormat(0), new PubMedQaFormat()]
            : CreateFormats();
        var format = await ChooseAsync(file, formats, cancellationToken).ConfigureAwait(false);
        if (format is MedMcqaFormat)
        {
            format = new MedMcqaFormat(KnownCopBase ?? await MedMcqaFormat.FindBaseAsync(file, ReadOptions, cancellationToken).ConfigureAwait(false));
        }

        // A pool that the user named may come from any set; a pool found by name is this set's own.
        var expected = split == Pool && file.IsExplicit ? null : OptionCount;
        return row => Check(row, format.Map(row), expected);
    }

    private async ValueTask<QuestionFormat> ChooseAsync(DatasetFile file, IReadOnlyList<QuestionFormat> formats, CancellationToken cancellationToken)
    {
        await foreach (var row in DatasetReader.ReadAsync(file, ReadOptions, cancellationToken).ConfigureAwait(false))
        {
            return QuestionFormat.Choose(formats, row);
        }

        throw new DatasetException("the file holds no record", "Name the right file", Card.Id, file.Name);
    }

    private MultipleChoiceQuestion Check(DatasetRow row, MultipleChoiceQuestion question, int? expected)
        => expected is { } count && question.Options.Count != count
            ? throw row.Error(null, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the question has {question.Options.Count} options, where {Card.Id} has {count}"), "Name the file of the right variant")
            : question;
}
