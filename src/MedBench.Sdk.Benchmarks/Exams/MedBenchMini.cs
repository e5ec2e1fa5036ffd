using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>A small set of questions written for this package, embedded in it in the four formats of the exam benchmarks, for first steps and tests.</summary>
/// <remarks>Read through the same adapters as the published sets. Its numbers compare with nothing.</remarks>
public sealed class MedBenchMini : IBenchmark
{
    /// <inheritdoc />
    public BenchmarkCard Card { get; } = new()
    {
        Id = "medbench-mini",
        Version = "1",
        Title = "MedBench mini",
        Citation = "The MedBench.Sdk authors. MedBench mini, questions written for MedBench.Sdk, 2026.",
        Status = BenchmarkStatus.Loaded,
        License = "MIT",
        Splits = [new SplitInfo { Name = "test", Count = 120 }],
        PrimaryMetric = "accuracy",
        PromptFields = [.. MedQa.Fields, "opa", "opb", "opc", "opd", "QUESTION", "CONTEXTS", "LABELS", "A", "B", "C", "D"],
        Remarks = ["For first steps and tests only: its numbers compare with nothing.", "Reports by format are under the tag 'format'."],
    };

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy => OpenMedLm.ZeroShot();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new ChoiceScorer()];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (split != Card.EvaluationSplit.Name)
        {
            throw new DatasetException($"there is no split '{split}'", $"Choose {Card.EvaluationSplit.Name}", Card.Id);
        }

        foreach (var (format, benchmark, data) in await MedBenchMiniSets.OpenAsync(source, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var sample in benchmark.LoadAsync(benchmark.Card.EvaluationSplit.Name, data, cancellationToken).ConfigureAwait(false))
            {
                yield return sample with { Tags = new Dictionary<string, string>(sample.Tags, StringComparer.Ordinal) { ["format"] = format } };
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var (_, benchmark, data) in await MedBenchMiniSets.OpenAsync(source, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var exemplar in benchmark.LoadExemplarsAsync(data, cancellationToken).ConfigureAwait(false))
            {
                yield return exemplar;
            }
        }
    }
}
