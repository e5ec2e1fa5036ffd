using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>PubMedQA (Jin et al. 2019), reasoning-required setting: a question and the abstract of a paper without its conclusion; yes, no or maybe.</summary>
/// <remarks>
/// Evaluates the 500 questions of the official test list, in its order and whatever file they are found in: by <c>test_ground_truth.json</c>
/// where it is there, otherwise by a table of the list. The other labelled questions are the worked examples.
/// The split <c>labelled</c> is all 1,000 questions in file order, as MedHELM, OpenCompass and lighteval evaluate them; it leaves no worked
/// examples, so that a strategy with exemplars needs a pool of the user's own.
/// </remarks>
public sealed class PubMedQa : ExamBenchmark
{
    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "pubmedqa",
        Version = "1",
        Title = "PubMedQA, expert-labelled test set",
        Citation = "Jin Q, Dhingra B, Liu Z, Cohen W, Lu X. PubMedQA: A Dataset for Biomedical Research Question Answering. EMNLP-IJCNLP 2019, pp. 2567-2577. arXiv:1909.06146",
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits = PubMedQaFiles.Splits,
        Downloads = PubMedQaFiles.Downloads,
        PrimaryMetric = "accuracy",
        PromptFields = ["QUESTION", "CONTEXTS", "LABELS", "question", "context.contexts", "context.labels"],
        MajorityBaseline = 276 / 500.0,
        Remarks = ["Some harnesses evaluate all 1,000 labelled questions, or other 500 than the official list: their numbers are not comparable with those of the split test. The split labelled is the former."],
    };

    /// <inheritdoc />
    public override IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return split == PubMedQaFiles.Labelled ? base.LoadAsync(split, source, cancellationToken) : LoadInOrderAsync(split, source, cancellationToken);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<DatasetFile> FindPool(IDatasetSource source) => PubMedQaFiles.FindPool(source);

    /// <inheritdoc />
    protected override async ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var map = await base.MapAsync(file, split, source, cancellationToken).ConfigureAwait(false);
        var list = await PubMedQaTestList.FindAsync(source, Card.Id, cancellationToken).ConfigureAwait(false);
        await list.RequireAsync(file, split, ReadOptions, cancellationToken).ConfigureAwait(false);
        return row => list.Selects(row, split) ? map(row) : null;
    }

    private async IAsyncEnumerable<Sample> LoadInOrderAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var list = await PubMedQaTestList.FindAsync(source, Card.Id, cancellationToken).ConfigureAwait(false);
        await foreach (var sample in list.Order(base.LoadAsync(split, source, cancellationToken)).ConfigureAwait(false))
        {
            yield return sample;
        }
    }

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new PubMedQaFormat()];
}
