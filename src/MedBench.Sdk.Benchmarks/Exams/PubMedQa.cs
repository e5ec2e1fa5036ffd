using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>PubMedQA (Jin et al. 2019), reasoning-required setting: a question and the abstract of a paper without its conclusion; yes, no or maybe.</summary>
/// <remarks>
/// Evaluates the 500 questions of the official test list, whatever file they are found in: by <c>test_ground_truth.json</c>
/// where it is there, otherwise by a table of the list. The other labelled questions are the worked examples.
/// The split <c>labelled</c> is all 1,000 questions in file order, as MedHELM, OpenCompass and lighteval evaluate them; it leaves no worked
/// examples, so that a strategy with exemplars needs a pool of the user's own.
/// </remarks>
public sealed class PubMedQa : ExamBenchmark
{
    private const string GroundTruth = "ground-truth";
    private const string Labelled = "labelled";
    private const int LabelledCount = 1_000;

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "pubmedqa",
        Version = "1",
        Title = "PubMedQA, expert-labelled test set",
        Citation = "Jin Q, Dhingra B, Liu Z, Cohen W, Lu X. PubMedQA: A Dataset for Biomedical Research Question Answering. EMNLP-IJCNLP 2019, pp. 2567-2577. arXiv:1909.06146",
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits =
        [
            new SplitInfo
            {
                Name = "test",
                Count = OfficialPubMedQaTest.Count,
                Files = ["ori_pqal.json", "pqal_test_set.json", "test_set.json", "pqa_labeled*.parquet", "pqa_labeled/train*.parquet", "pqa_labeled*.jsonl", "train*.parquet", "train.jsonl"],
            },
            new SplitInfo
            {
                Name = Labelled,
                Count = LabelledCount,
                Files = ["ori_pqal.json", "pqa_labeled*.parquet", "pqa_labeled/train*.parquet", "pqa_labeled*.jsonl", "train*.parquet", "train.jsonl"],
            },
        ],
        Downloads =
        [
            DataDownload.GitHub("pubmedqa/pubmedqa", "data/ori_pqal.json", "1cbae8e92f72f20c8d3747cbb3bf5bc53554d997") with { Sha256 = "8b3276be8942ebbd77f3ddcda12c1749bf0e490045a736fd8438ee40cf37a41d" },
            DataDownload.GitHub("pubmedqa/pubmedqa", "data/test_ground_truth.json", "1cbae8e92f72f20c8d3747cbb3bf5bc53554d997") with { Sha256 = "939fe566f09017d13b1ca64d2ddfee0bc2374b366048152997669cccedc44d51" },
        ],
        PrimaryMetric = "accuracy",
        PromptFields = ["QUESTION", "CONTEXTS", "LABELS", "question", "context.contexts", "context.labels"],
        MajorityBaseline = 276 / 500.0,
        Remarks = ["Some harnesses evaluate all 1,000 labelled questions, or other 500 than the official list: their numbers are not comparable with those of the split test. The split labelled is the former."],
    };

    /// <inheritdoc />
    /// <remarks>The questions of the test split come in the order of the test list, whatever the order of the file, so that an item's number means the same everywhere.</remarks>
    public override IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return split == Labelled ? base.LoadAsync(split, source, cancellationToken) : LoadInOrderAsync(split, source, cancellationToken);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<DatasetFile> FindPool(IDatasetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Find(Pool, []) is { } named ? [named]
            : source.Find(Card.EvaluationSplit.Name, Card.EvaluationSplit.Files) is { } labelled ? [labelled]
            : base.FindPool(source);
    }

    /// <inheritdoc />
    protected override async ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
    {
        var map = await base.MapAsync(file, split, source, cancellationToken).ConfigureAwait(false);
        var list = await FindListAsync(source, cancellationToken).ConfigureAwait(false);
        if (split == Labelled)
        {
            await RequireLabelledAsync(file, cancellationToken).ConfigureAwait(false);
            return map;
        }

        if (split != Pool)
        {
            await list.RequireAllAsync(file, ReadOptions, cancellationToken).ConfigureAwait(false);
        }

        return row => (PubMedQaFormat.IsPubMedQa(row) && list.Contains(PubMedQaFormat.PmidOf(row))) == (split != Pool) ? map(row) : null;
    }

    private async IAsyncEnumerable<Sample> LoadInOrderAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var list = await FindListAsync(source, cancellationToken).ConfigureAwait(false);
        var samples = await base.LoadAsync(split, source, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var sample in samples.OrderBy(sample => list.Find(sample.Input.Id)))
        {
            yield return sample;
        }
    }

    private async ValueTask RequireLabelledAsync(DatasetFile file, CancellationToken cancellationToken)
    {
        var count = await DatasetReader.ReadAsync(file, ReadOptions, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false);
        if (count != LabelledCount)
        {
            throw new DatasetException(
                string.Create(CultureInfo.InvariantCulture, $"the file holds {count} questions, where the split '{Labelled}' has {LabelledCount}"),
                "Name the authors' ori_pqal.json, or pqa_labeled from Hugging Face",
                Card.Id,
                file.Name);
        }
    }

    private ValueTask<PubMedQaTestList> FindListAsync(IDatasetSource source, CancellationToken cancellationToken)
        => PubMedQaTestList.FindAsync(source.Find(GroundTruth, ["test_ground_truth.json"]), Card.Id, cancellationToken);

    private protected override IReadOnlyList<QuestionFormat> CreateFormats() => [new PubMedQaFormat()];
}
