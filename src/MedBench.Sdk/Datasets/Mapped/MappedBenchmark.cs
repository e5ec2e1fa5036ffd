using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench;

/// <summary>The questions of a file, by a map of its fields.</summary>
[NotDiscoverable]
internal sealed class MappedBenchmark : IBenchmark
{
    private const string Pool = "pool";
    private static readonly string[] Endings = ["csv", "jsonl", "json", "parquet"];

    private readonly FieldMap map;
    private readonly DatasetReadOptions options;

    public MappedBenchmark(string id, FieldMap map)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        this.map = map;
        options = new DatasetReadOptions { Benchmark = id };
        DefaultStrategy = IsOpen ? MappedPrompting.Create() : OpenMedLm.ZeroShot();
        Scorers = IsOpen ? [new ExactMatchScorer(), new TokenF1Scorer()] : [new ChoiceScorer()];
        Card = new BenchmarkCard
        {
            Id = id,
            Version = "1",
            Title = id,
            Citation = "None: the questions are the user's own.",
            License = "as the file's owner states",
            Kind = IsOpen ? BenchmarkKind.OpenAnswer : BenchmarkKind.MultipleChoice,
            Languages = ["und"],
            Splits = [new SplitInfo { Name = "test", Files = [.. Endings.Select(ending => $"{id}.{ending}"), .. Endings.Select(ending => $"test.{ending}")] }],
            PrimaryMetric = Scorers[0].Info.Metric,
            PromptFields = [.. map.PromptFields.Distinct(StringComparer.Ordinal)],
            Remarks = ["Its numbers compare with nothing but other runs on the same file: see the file's hash."],
        };
    }

    public BenchmarkCard Card { get; }

    public IPromptStrategy DefaultStrategy { get; }

    public IReadOnlyList<IScorer> Scorers { get; }

    private bool IsOpen => map.Options.Count == 0;

    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(split, Card.EvaluationSplit.Files)
            ?? throw new DatasetException($"no file of the split '{split}' was found in {source.Location}", $"Name it with {split}=FILE", Card.Id);
        var mapper = new RowMapper(map);
        await foreach (var row in DatasetReader.ReadAsync(file, options, cancellationToken).ConfigureAwait(false))
        {
            yield return mapper.MapSample(row, CreateId(split, row));
        }
    }

    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Find(Pool, [.. Endings.SelectMany(ending => new[] { $"pool.{ending}", $"train.{ending}" })]) is not { } file)
        {
            throw new DatasetException($"no worked examples were found in {source.Location}", "Name a file of the same fields with pool=FILE", Card.Id);
        }

        var mapper = new RowMapper(map);
        await foreach (var row in DatasetReader.ReadAsync(file, options, cancellationToken).ConfigureAwait(false))
        {
            yield return mapper.MapExemplar(row, CreateId(Pool, row));
        }
    }

    private string CreateId(string split, DatasetRow row)
        => map.Id is null ? string.Create(CultureInfo.InvariantCulture, $"{split}-{row.Number:D5}")
            : row.TryGetId(map.Id, out var id) && id.Length > 0 ? id
            : throw row.Error(map.Id, "the record has no id", "Supply it, or leave the id out of the map so that the records are numbered");
}
