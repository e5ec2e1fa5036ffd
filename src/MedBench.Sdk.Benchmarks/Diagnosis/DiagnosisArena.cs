using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>DiagnosisArena (Zhu et al. 2025): cases from ten journals, for each of which five diagnoses are to be listed; a judge grades every one of them.</summary>
public sealed class DiagnosisArena : IBenchmark
{
    /// <summary>Initializes the benchmark.</summary>
    public DiagnosisArena()
        : this(new JudgePanel { Temperature = null, MaxOutputTokens = null, SendsSchema = false })
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="panel">Who judges; GPT-4o by default in the published code.</param>
    public DiagnosisArena(JudgePanel panel) => Scorers = [new RankedDiagnosisScorer(new RankedDiagnosisOptions { Panel = panel, Prompt = DiagnosisArenaPrompts.Grading })];

    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "diagnosisarena",
        Version = "1",
        Title = "DiagnosisArena",
        Citation = DiagnosisArenaCase.Citation,
        Kind = BenchmarkKind.Diagnosis,
        Status = BenchmarkStatus.Schema,
        License = DiagnosisArenaCase.License,
        Splits = [DiagnosisArenaCase.Test],
        PrimaryMetric = "accuracy@1",
        PromptFields = DiagnosisArenaCase.Fields,
        Remarks =
        [
            .. DiagnosisArenaCase.Remarks,
            "Grade 2 alone counts as right; the part top-5 is the paper's Top-5. That the abstract's accuracy is Top-1 is inferred.",
            "The published code ends at a box without a whole number and takes any above 1 for right; here a judge that grades off the scale is asked again.",
        ],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new TextStrategy(new TextPrompting
    {
        Id = "diagnosisarena",
        Version = "1",
        Description = "Asks for the five most likely diagnoses, one a line (DiagnosisArena, code/inference.py).",
        Compose = DiagnosisArenaPrompts.Compose,
        Read = WholeReply.Read,
    });

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            yield return new Sample { Input = DiagnosisArenaCase.CreateInput(row, []), Target = new TextTarget([row.GetString("Final Diagnosis")]) };
        }
    }
}
