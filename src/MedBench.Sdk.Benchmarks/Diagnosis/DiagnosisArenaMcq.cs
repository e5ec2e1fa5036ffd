namespace MedBench.Benchmarks;

/// <summary>DiagnosisArena with four options a case (Zhu et al. 2025).</summary>
public sealed class DiagnosisArenaMcq : MultipleChoiceBenchmark
{
    /// <summary>Initializes the benchmark.</summary>
    public DiagnosisArenaMcq()
        : this(readsAsPublished: false)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="readsAsPublished">Whether the first box alone is read, and is right only where it holds the bare letter; otherwise the answer is read wherever the reply commits itself to one.</param>
    public DiagnosisArenaMcq(bool readsAsPublished) => DefaultStrategy = new ChoiceStrategy("diagnosisarena-mcq", "1", "Asks for the letter in a box (DiagnosisArena, code/inference_mcq.py).", new ChoicePrompting
    {
        Protocol = DiagnosisArenaPrompts.Choice,
        Sampling = SamplingOptions.Unset,
        MaxTrials = 1,
        Extractor = readsAsPublished ? new FirstBoxExtractor() : new ChoiceExtractor(),
        Compat = readsAsPublished ? ["diagnosisarena-first-box"] : [],
    });

    /// <inheritdoc />
    public override BenchmarkCard Card { get; } = new()
    {
        Id = "diagnosisarena-mcq",
        Version = "1",
        Title = "DiagnosisArena, multiple choice",
        Citation = DiagnosisArenaCase.Citation,
        Status = BenchmarkStatus.Schema,
        License = DiagnosisArenaCase.License,
        Splits = [DiagnosisArenaCase.Test],
        PrimaryMetric = "accuracy",
        PromptFields = [.. DiagnosisArenaCase.Fields, "Options"],
        Remarks =
        [
            .. DiagnosisArenaCase.Remarks,
            "The published metric_mcq.py compares the answer with a method and not with its result, so that it gives 0 for every model; that is not offered. What it means to compare is: the first box, and nothing but the letter in it.",
            "The field Options is taken to be a dictionary by letter, which the published prompt shows as Python prints it; the data set's card says four choices and no more.",
        ],
    };

    /// <inheritdoc />
    public override IPromptStrategy DefaultStrategy { get; }

    /// <inheritdoc />
    protected override IReadOnlyList<DatasetFile> FindPool(IDatasetSource source) => [];

    /// <inheritdoc />
    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken) => ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(row =>
    {
        var input = DiagnosisArenaCase.CreateInput(row, row.GetOptions("Options"));
        return new MultipleChoiceQuestion { Id = input.Id, Stem = input.Stem, Context = input.Context, Options = input.Options, Answer = row.GetString("Right Option").Trim().ToUpperInvariant() };
    });
}
