using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace MedBench;

/// <summary>Some questions of another benchmark, chosen by their ids, under an id of their own.</summary>
/// <remarks>
/// Prompts, scorers, worked examples and documents are the other benchmark's; the samples come in its order. The chosen ids are part of the version, so that a run on
/// another selection is another run and no number of the whole set is taken for one of the part.
/// </remarks>
[NotDiscoverable]
public sealed class SubsetBenchmark : IBenchmark
{
    private readonly IBenchmark benchmark;
    private readonly IReadOnlySet<string> ids;

    /// <summary>Initializes the subset.</summary>
    /// <param name="benchmark">The whole benchmark.</param>
    /// <param name="id">The subset's id: kebab-case, never renamed, and not the whole benchmark's.</param>
    /// <param name="ids">The ids of the chosen questions.</param>
    /// <param name="rule">By which rule they were chosen, as a sentence for the card.</param>
    /// <param name="split">The split to choose from; null means the one that the benchmark evaluates.</param>
    /// <exception cref="ArgumentException">Nothing is chosen, the id is the whole benchmark's, or it has no such split.</exception>
    public SubsetBenchmark(IBenchmark benchmark, string id, IReadOnlyCollection<string> ids, string rule, string? split = null)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        if (ids.Count == 0 || id == benchmark.Card.Id)
        {
            throw new ArgumentException(ids.Count == 0 ? "No question is chosen. Name at least one id." : $"The subset has the id '{id}' of the whole benchmark. Give it one of its own.", ids.Count == 0 ? nameof(ids) : nameof(id));
        }

        (this.benchmark, this.ids) = (benchmark, ids.ToHashSet(StringComparer.Ordinal));
        var info = benchmark.Card.Splits.FirstOrDefault(candidate => candidate.Name == (split ?? benchmark.Card.EvaluationSplit.Name))
            ?? throw new ArgumentException($"'{benchmark.Card.Id}' has no split '{split}'. Choose one of {string.Join(", ", benchmark.Card.Splits.Select(candidate => candidate.Name))}.", nameof(split));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', this.ids.Order(StringComparer.Ordinal)))).AsSpan(0, 8));
        Card = benchmark.Card with
        {
            Id = id,
            Version = $"{benchmark.Card.Version}-{digest}",
            Title = FormattableString.Invariant($"{benchmark.Card.Title}, {this.ids.Count} chosen questions"),
            Splits = [info with { Count = this.ids.Count }],
            MajorityBaseline = null,
            Remarks = [rule, .. benchmark.Card.Remarks],
        };
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy => benchmark.DefaultStrategy;

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers => benchmark.Scorers;

    /// <inheritdoc />
    /// <exception cref="DatasetException">A chosen question is not in the data.</exception>
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (split != Card.EvaluationSplit.Name)
        {
            throw new DatasetException($"there is no split '{split}'", $"Choose {Card.EvaluationSplit.Name}, from which the questions were chosen", Card.Id);
        }

        var missing = ids.ToHashSet(StringComparer.Ordinal);
        await foreach (var sample in benchmark.LoadAsync(split, source, cancellationToken).ConfigureAwait(false))
        {
            if (ids.Contains(sample.Input.Id))
            {
                missing.Remove(sample.Input.Id);
                yield return sample;
            }
        }

        if (missing.Count > 0)
        {
            throw new DatasetException(FormattableString.Invariant($"{missing.Count} of the {ids.Count} chosen questions are not there, '{missing.Order(StringComparer.Ordinal).First()}' among them"), "Choose by the ids of this data, or name the file that they were chosen from", Card.Id);
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, CancellationToken cancellationToken = default) => benchmark.LoadExemplarsAsync(source, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<Document> LoadDocumentsAsync(IDatasetSource source, CancellationToken cancellationToken = default) => benchmark.LoadDocumentsAsync(source, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<string, IModelClient>> CreateRolesAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default) => benchmark.CreateRolesAsync(split, source, cancellationToken);
}
