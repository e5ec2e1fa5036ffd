using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>CUPCase with four options a case (Perets et al. 2025): the diagnosis and three others that are near it in ICD-10.</summary>
/// <remarks>The file has the right diagnosis in a column of its own. The options are put in an order that follows from the case's id, so that no strategy can know it; the published code draws it without a seed.</remarks>
public sealed class CupCaseMcq : IBenchmark
{
    private static readonly string[] Labels = ["A", "B", "C", "D"];

    private static readonly string[][] Distractors = [["distractor2", "distractor3", "distractor4"], ["distractor1", "distractor2", "distractor3"]];

    /// <summary>Initializes the benchmark.</summary>
    public CupCaseMcq()
        : this(readsAsPublished: false)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="readsAsPublished">Whether the first character of a reply alone is read; otherwise the number is read wherever the reply commits itself to one.</param>
    public CupCaseMcq(bool readsAsPublished) => DefaultStrategy = new ChoiceStrategy("cupcase-mcq", "1", "Asks for the number of the right diagnosis (CUPCase, gpt_qa_eval.py).", new ChoicePrompting
    {
        Protocol = Numbered,
        Sampling = SamplingOptions.Unset with { Temperature = 0 },
        MaxTrials = 1,
        Extractor = readsAsPublished ? new FirstCharacterExtractor() : new ChoiceExtractor(),
        Compat = readsAsPublished ? ["cupcase-first-character"] : [],
    });

    /// <summary>Gets the strategy of the paper's local models: the four diagnoses compared by their likelihood after the case.</summary>
    /// <remarks>The task cupcase_qa of the authors' copy of lm-evaluation-harness; its <c>acc_norm</c> divides by characters, its <c>acc</c>, given here, by nothing.</remarks>
    [Discoverable]
    public static IPromptStrategy Likelihood { get; } = new ChoiceStrategy("cupcase-likelihood", "1", "Compares the diagnoses by their likelihood after the case (CUPCase, lm_eval task cupcase_qa).", new ChoicePrompting
    {
        Protocol = new PromptProtocol
        {
            Id = "cupcase-likelihood",
            Version = "1",
            Form = "completion",
            IsCompletion = true,
            Question = "Predict the diagnosis of this case presentation of a patient.\nCase presentation:\n{stem}\nDiagnosis:",
            StemRule = TextRule.AsPublished,
            OptionRule = TextRule.AsPublished,
            Closing = [PromptTurn.User("{question}")],
            Continuation = " {text}",
        },
        Sampling = SamplingOptions.Unset,
        MaxTrials = 1,
    });

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

    private static PromptProtocol Numbered { get; } = new()
    {
        Id = "cupcase-mcq",
        Version = "1",
        Question = "{options}\nCase presentation: {stem}",
        StemRule = TextRule.AsPublished,
        OptionLabels = ["1", "2", "3", "4"],
        OptionList = "{options}",
        Option = "{label}. {text}",
        OptionSeparator = "\n",
        OptionRule = TextRule.AsPublished,
        Closing = [PromptTurn.User("Predict the diagnosis of this case presentation of a patient. Return only the correct index from the following list, for example: 3\n{question}")],
    };

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            yield return Map(row, CupCaseRow.Read(row, split));
        }
    }

    private static Sample Map(DatasetRow row, CupCaseRow found)
    {
        var columns = Array.Find(Distractors, columns => Array.TrueForAll(columns, row.Has)) ?? Distractors[0];
        string[] texts = [found.Diagnosis, .. columns.Select(row.GetString)];
        int[] order = [0, 1, 2, 3];
        SeededRandom.Create(0, "cupcase", found.Id).Shuffle(order.AsSpan());
        ChoiceOption[] options = [.. order.Select((from, place) => new ChoiceOption(Labels[place], texts[from]))];
        var right = Labels[Array.IndexOf(order, 0)];
        string[] equal = [.. options.Where(option => option.Label != right && IsEqual(option.Text, found.Diagnosis)).Select(option => option.Label)];
        return new Sample
        {
            Input = new SampleInput { Id = found.Id, Stem = found.Case, Options = options },
            Target = new ChoiceTarget(right) { Alternatives = [.. equal.Select(label => new[] { label })] },
            Tags = found.Tags,
            Defects = equal.Length == 0 ? [] : ["equal-option"],
        };
    }

    private static bool IsEqual(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
