using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>CUPCase with four options a case (Perets et al. 2025): the diagnosis and three others that are near it in ICD-10.</summary>
/// <remarks>The file has the right diagnosis in a column of its own. The options are put in an order that follows from the case's id, so that no strategy can know it; the published code draws it without a seed.</remarks>
public sealed class CupCaseMcq : IBenchmark
{
    /// <summary>Initializes the benchmark.</summary>
    public CupCaseMcq()
        : this(readsAsPublished: false)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="readsAsPublished">Whether the first character of a reply alone is read; otherwise the number is read wherever the reply commits itself to one.</param>
    public CupCaseMcq(bool readsAsPublished) => DefaultStrategy = CupCaseMcqPrompting.CreateNumbered(readsAsPublished);

    /// <summary>Gets the strategy of the paper's local models: the four diagnoses compared by their likelihood after the case.</summary>
    /// <remarks>The task cupcase_qa of the authors' copy of lm-evaluation-harness; its <c>acc_norm</c> divides by characters, its <c>acc</c>, given here, by nothing.</remarks>
    [Discoverable]
    public static IPromptStrategy Likelihood { get; } = CupCaseMcqPrompting.CreateLikelihood();

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "cupcase-mcq",
        Version = "1",
        Title = "CUPCase, multiple choice",
        Citation = CupCaseRow.Citation,
        Status = BenchmarkStatus.Schema,
        License = CupCaseRow.License,
        Splits = CupCaseRow.Splits,
        PrimaryMetric = "accuracy",
        PromptFields = [.. CupCaseRow.Fields, "final diagnosis", "correct_diagnosis", "distractor1", "distractor2", "distractor3", "distractor4"],
        Remarks =
        [
            .. CupCaseRow.Remarks,
            "Shown are distractor2 to distractor4 as in the published code; distractor1 is the nearest of all and often the diagnosis itself. A file without a fourth shows its three. Of the options alike in text to the diagnosis each counts as right (defect equal-option); the published code takes only the one that it placed.",
            "The published code reads the first character of the reply; new CupCaseMcq(readsAsPublished: true) does.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; }

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            yield return CupCaseChoices.Map(row, split);
        }
    }
}
