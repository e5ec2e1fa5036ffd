using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Lays a plan out as cells, each with its decorated models: journal → budget → resilience → client; vectors are journalled and repeated alike, and cost no budget.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">How it is carried out.</param>
/// <param name="storage">Where calls, rationales and files are kept.</param>
/// <param name="observer">Clock, log and listeners.</param>
/// <param name="totals">Counts what the session spends.</param>
/// <param name="benchmarks">The benchmarks with their data read.</param>
internal sealed class RunCells(EvaluationPlan plan, RunOptions options, RunStorage storage, RunObserver observer, RunTotals totals, IReadOnlyList<PreparedBenchmark> benchmarks)
{
    private readonly Dictionary<IModelClient, RunModel> models = plan.Models.Concat(plan.Roles.Values).Concat(benchmarks.SelectMany(benchmark => benchmark.Roles.Values)).Distinct().ToDictionary(
        client => client,
        client => RunModel.Create(client, new ResilientModelClient(client, options.Resilience, observer.Time, observer.LoggerFactory)));

    private readonly BudgetLedger ledger = new(plan.Budget, totals, observer.Time);

    private readonly IEmbeddingGenerator<string, Embedding<float>>? embeddings = plan.Embeddings is not { } generator ? null
        : new JournaledEmbeddings(new ResilientEmbeddings(generator, options.Resilience, observer.Time, observer.LoggerFactory), EmbeddingName.Of(generator), storage.Journal, observer.Time);

    private readonly CorpusShelf shelf = new();

    /// <summary>Gets how far the models' endpoints are being spared.</summary>
    public EndpointPressure Pressure
    {
        get
        {
            var all = default(EndpointPressure);
            foreach (var model in models.Values)
            {
                all += model.Client.Pressure;
            }

            return all;
        }
    }

    public IReadOnlyList<RunCell> Create()
    {
        var cells = new List<RunCell>();
        var ordinal = 0L;
        foreach (var benchmark in benchmarks)
        {
            var (pool, documents) = (CreatePool(benchmark), CreateCorpus(benchmark));
            foreach (var model in benchmark.Models)
            {
                var services = CreateServices(benchmark, model, pool, documents);
                foreach (var strategy in benchmark.Strategies)
                {
                    var cell = new RunCell { Benchmark = benchmark, Model = model, Strategy = strategy, Services = services, FirstOrdinal = ordinal, Epochs = plan.Epochs };
                    cells.Add(cell);
                    ordinal += cell.Count;
                }
            }
        }

        return cells;
    }

    private RunServices CreateServices(PreparedBenchmark benchmark, IModelClient subject, IExemplarPool? pool, ICorpus? documents) => new()
    {
        Journal = storage.Journal,
        Cache = storage.Cache,
        Ledger = ledger,
        Seed = plan.Seed,
        Benchmark = benchmark.Selection.Benchmark.Card.Id,
        Models = plan.Roles.Concat(benchmark.Roles).Append(new KeyValuePair<string, IModelClient>(ModelRole.Subject, subject)).ToDictionary(pair => pair.Key, pair => models[pair.Value], StringComparer.Ordinal),
        Embeddings = embeddings ?? new HashedTfIdfEmbeddingGenerator(),
        Bank = storage.Bank,
        Pool = pool,
        Documents = documents,
        Files = storage.Files,
        Time = observer.Time,
        Observer = CellObserver.Of(observer, benchmark.Selection.Benchmark.Card),
    };

    private Corpus? CreateCorpus(PreparedBenchmark benchmark) => benchmark.DocumentHash is null ? null
        : new Corpus(() => benchmark.Selection.Benchmark.LoadDocumentsAsync(benchmark.Source), benchmark.DocumentCount, embeddings ?? new HashedTfIdfEmbeddingGenerator(), shelf);

    private ExemplarPool? CreatePool(PreparedBenchmark benchmark) => benchmark.Exemplars is { } exemplars ? ExemplarPool.Create(exemplars, embeddings) : null;
}
