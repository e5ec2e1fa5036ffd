using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>Base of the eight sets of R2MED (Li et al. 2025): documents to rank for queries whose answer must be inferred first.</summary>
/// <remarks>
/// Reads the authors' <c>query.jsonl</c>, <c>corpus.jsonl</c> and <c>qrels.jsonl</c>, in a folder named as the set or by themselves. A query without a judgement is left out, as
/// pytrec_eval does. The unweighted mean of the eight nDCG@10 is the paper's headline: <see cref="R2MedResults"/>.
/// </remarks>
public abstract class R2MedSet : IBenchmark
{
    private const string Query = "query";
    private const string Judgements = "qrels";
    private const string Collection = "corpus";

    private readonly string set;

    private protected R2MedSet(string set, int queries, int documents, string revision)
    {
        this.set = set;
        Card = new BenchmarkCard
        {
            Id = $"r2med-{set.ToLowerInvariant()}",
            Version = "1",
            Title = $"R2MED: {set}",
            Citation = "Li L, Zhou X, Liu Z. R2MED: A Benchmark for Reasoning-Driven Medical Retrieval. 2025. arXiv:2505.14558",
            Kind = BenchmarkKind.Retrieval,
            Status = set == "Biology" ? BenchmarkStatus.Loaded : BenchmarkStatus.Schema,
            License = "CC-BY-4.0",
            Splits = [new SplitInfo { Name = "test", Count = queries, Files = Files(Query) }],
            Downloads = [.. new[] { Query, Judgements, Collection }.Select(name => DataDownload.HuggingFace($"R2MED/{set}", $"{name}.jsonl", revision) with { FileName = $"{set}/{name}.jsonl" })],
            PrimaryMetric = "nDCG@10",
            PromptFields = ["text", "corpus.text"],
            Remarks =
            [
                FormattableString.Invariant($"{documents:N0} documents. The paper's headline is the unweighted mean over the eight sets, not over the 876 queries."),
                "The authors' BM25 weighs a query as it does a document, so that rarity counts squared; their numbers of BM25 compare with the strategy r2med-bm25-published alone.",
                "The data card says CC BY 4.0, the repository MIT. Revisions are those at which MTEB reads the sets; the files' hashes are not known.",
                "The default strategy is HyDE over BM25, where the model under evaluation takes part; r2med-bm25 and r2med-dense ask no model.",
            ],
        };
    }

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = R2MedStrategies.HydeBm25();

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; } = [new RankingScorer(new RankingOptions { FurtherCutoffs = [1, 25, 50, 100] })];

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var judgements = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        await foreach (var row in ReadAsync(Judgements, Judgements, source, cancellationToken).ConfigureAwait(false))
        {
            var query = Id(row, "q_id");
            if (!judgements.TryGetValue(query, out var grades))
            {
                judgements.Add(query, grades = new Dictionary<string, int>(StringComparer.Ordinal));
            }

            grades[Id(row, "p_id")] = row.GetInt32("score");
        }

        await foreach (var row in ReadAsync(split, Query, source, cancellationToken).ConfigureAwait(false))
        {
            if (judgements.TryGetValue(Id(row, "id"), out var grades))
            {
                yield return new Sample
                {
                    Input = new SampleInput { Id = Id(row, "id"), Stem = row.GetString("text"), Subject = set },
                    Target = new RankingTarget(grades),
                    Tags = row.TryGetString("body_system", out var system) && system.Length > 0 ? new Dictionary<string, string>(StringComparer.Ordinal) { ["body-system"] = system } : new Dictionary<string, string>(),
                };
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Document> LoadDocumentsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in ReadAsync(Collection, Collection, source, cancellationToken).ConfigureAwait(false))
        {
            yield return new Document { Id = Id(row, "id"), Text = row.GetString("text") };
        }
    }

    private static string Id(DatasetRow row, string field) => row.TryGetId(field, out var id) ? id : throw row.Error(field, "the id is missing", "Download the file again");

    private string[] Files(string name) => [$"{set}/{name}.jsonl", $"{name}.jsonl"];

    private IAsyncEnumerable<DatasetRow> ReadAsync(string split, string name, IDatasetSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(split, Files(name));
        return file is null || (!file.IsExplicit && IsOfAnotherSet(file.Name))
            ? throw new DatasetException($"{name}.jsonl was not found in {source.Location}", $"Put query.jsonl, corpus.jsonl and qrels.jsonl of R2MED/{set} there, by themselves or in a folder {set}", Card.Id)
            : DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = Card.Id }, cancellationToken);
    }

    private bool IsOfAnotherSet(string name) => R2MedTask.All.Any(task => task.Set != set && name.StartsWith($"{task.Set}/", StringComparison.OrdinalIgnoreCase));
}
