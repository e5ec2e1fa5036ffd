using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Lays a plan out as cells, each with its decorated models: journal → budget → resilience → client.</summary>
internal static class RunCells
{
    public static IReadOnlyList<RunCell> Create(EvaluationPlan plan, RunOptions options, TimeProvider time, IReadOnlyList<PreparedBenchmark> benchmarks, Journal journal, IExemplarBank bank, RunTotals totals)
    {
        var clients = plan.Models.Concat(plan.Roles.Values).Distinct().ToDictionary(client => client, client => Decorate(client, plan, options, time, totals));
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = plan.Embeddings is null ? null : new JournaledEmbeddings(plan.Embeddings, journal, time);
        var cells = new List<RunCell>();
        var ordinal = 0L;
        foreach (var benchmark in benchmarks)
        {
            var pool = benchmark.Exemplars is null ? null : CreatePool(benchmark.Exemplars, embeddings);
            foreach (var model in plan.Models)
            {
                var services = CreateServices(plan, time, benchmark, model, clients, journal, bank, embeddings, pool);
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

    private static RunServices CreateServices(EvaluationPlan plan, TimeProvider time, PreparedBenchmark benchmark, IModelClient model, Dictionary<IModelClient, RunModel> clients, Journal journal, IExemplarBank bank, IEmbeddingGenerator<string, Embedding<float>>? embeddings, IExemplarPool? pool) => new()
    {
        Journal = journal,
        Seed = plan.Seed,
        Benchmark = benchmark.Selection.Benchmark.Card.Id,
        Models = plan.Roles.Append(new KeyValuePair<string, IModelClient>(ModelRole.Subject, model)).ToDictionary(pair => pair.Key, pair => clients[pair.Value], StringComparer.Ordinal),
        Embeddings = embeddings ?? new HashedTfIdfEmbeddingGenerator(),
        Bank = bank,
        Pool = pool,
        Time = time,
    };

    private static ExemplarPool CreatePool(IReadOnlyList<Exemplar> exemplars, IEmbeddingGenerator<string, Embedding<float>>? embeddings)
        => new(exemplars, embeddings ?? HashedTfIdfEmbeddingGenerator.Fit(exemplars.Select(exemplar => exemplar.Input.Stem)));

    private static RunModel Decorate(IModelClient client, EvaluationPlan plan, RunOptions options, TimeProvider time, RunTotals totals)
    {
        IModelClient resilient = new ResilientModelClient(client, options.Resilience, time);
        return RunModel.Create(client, new BudgetedModelClient(resilient, plan.Budget, totals, time));
    }
}
