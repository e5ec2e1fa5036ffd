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
    private const string Pool = "pool";
    private const string ExampleFile = "example.py";

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
            Downloads =
            [
                .. new[] { Query, Judgements, Collection }.Select(name => DataDownload.HuggingFace($"R2MED/{set}", $"{name}.jsonl", revision) with { FileName = $"{set}/{name}.jsonl" }),
                DataDownload.GitHub("R2MED/R2MED", $"src/{ExampleFile}", "62b7074600407f7776fbec6f55a4db96eb237ea4") with { Sha256 = "a1636976765b6ce4ce365349e04183bf1d1f40337d2f5f4342f00de03f2363af", Splits = [Pool] },
            ],
            PrimaryMetric = "nDCG@10",
            PromptFields = ["text", "corpus.text"],
            Remarks =
            [
                FormattableString.Invariant($"{documents:N0} documents. The paper's headline is the unweighted mean over the eight sets, not over the 876 queries."),
                "The authors' BM25 weighs a query as it does a document, so that rarity counts squared; their numbers of BM25 compare with the strategy r2med-bm25-published alone.",
                "The data card says CC BY 4.0, the repository MIT. Revisions are those at which MTEB reads the sets; the files' hashes are not known.",
                "The default strategy is HyDE over BM25, where the model under evaluation takes part; r2med-bm25 and r2med-dense ask no model. The latter takes the plan's embeddings (--embeddings MODEL); the built-in vectors of words stand for no published retriever.",
                "Query2doc shows the worked examples of the authors' src/example.py (MIT), published queries and documents of the set, which are read as data when the strategy is run; an example that is the evaluated query itself is left out, which the authors do not do.",
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

    /// <summary>Streams the worked examples that <see cref="R2MedStrategies.Query2docBm25"/> and <see cref="R2MedStrategies.Query2docDense"/> show.</summary>
    /// <remarks>Reads the authors' <c>src/example.py</c>, or a file in its form (<c>Example = {"Stack-Biology": '''Post: …</c>), as text: nothing in it is executed.</remarks>
    /// <param name="source">Where the user's files are; the file is the data <c>pool</c>.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="DatasetException">The file is missing, is not of this form, or has no examples of the set.</exception>
    public async IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(Pool, [ExampleFile, $"src/{ExampleFile}"])
            ?? throw new DatasetException($"{ExampleFile}, whose examples Query2doc shows, was not found in {source.Location}", $"Put src/{ExampleFile} of github.com/R2MED/R2MED there, or name it with pool=FILE; the other strategies need none", Card.Id);
        foreach (var example in await R2MedExamples.ReadAsync(file, R2MedTask.All.Single(task => task.Set == set), Card.Id, cancellationToken).ConfigureAwait(false))
        {
            yield return example;
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
