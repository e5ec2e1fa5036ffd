using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench;

/// <summary>The open questions of a user's own file, by a map of its fields.</summary>
[NotDiscoverable]
internal sealed class MappedTexts(string id, FieldMap map) : IBenchmark
{
    private readonly RowMapper mapper = new(map);

    public BenchmarkCard Card { get; } = MappedCard.Create(id, map, BenchmarkKind.OpenAnswer, "exact match");

    public IPromptStrategy DefaultStrategy { get; } = MappedPrompting.Create();

    public IReadOnlyList<IScorer> Scorers { get; } = [new ExactMatchScorer(), new TokenF1Scorer()];

    public IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadAsync(split, source, Card.EvaluationSplit.Files, cancellationToken);
    }

    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        await foreach (var sample in ReadAsync("pool", source, MappedCard.PoolFiles, cancellationToken).ConfigureAwait(false))
        {
            yield return new Exemplar { Input = sample.Input, Answer = ((TextTarget)sample.Target).References[0] };
        }
    }

    private async IAsyncEnumerable<Sample> ReadAsync(string split, IDatasetSource source, IReadOnlyList<string> patterns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = source.Find(split, patterns) ?? throw new DatasetException($"no file of '{split}' was found in {source.Location}", $"Name it with {split}=FILE", Card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken).ConfigureAwait(false))
        {
            yield return mapper.MapText(row, string.Create(CultureInfo.InvariantCulture, $"{split}-{row.Number:D5}"));
        }
    }
}
