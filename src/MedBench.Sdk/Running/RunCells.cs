namespace MedBench.Running;

/// <summary>Lays a plan out as cells, each with its decorated models: journal → budget → resilience → client.</summary>
internal static class RunCells
{
    public static IReadOnlyList<RunCell> Create(EvaluationPlan plan, RunOptions options, TimeProvider time, IReadOnlyList<PreparedBenchmark> benchmarks, Journal journal, IExemplarBank bank, string files, RunTotals totals)
    {
        var clients = plan.Models.Concat(plan.Roles.Values).Distinct().ToDictionary(client => client, client => Decorate(client, plan, options, time, totals));
        var cells = new List<RunCell>();
        var ordinal = 0L;
        foreach (var benchmark in benchmarks)
        {
            foreach (var model in plan.Models)
            {
                var services = CreateServices(plan, time, benchmark, model, clients, journal, bank, files);
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

    private static RunServices CreateServices(EvaluationPlan plan, TimeProvider time, PreparedBenchmark benchmark, IModelClient model, Dictionary<IModelClient, RunModel> clients, Journal journal, IExemplarBank bank, string files) => new()
    {
        Journal = journal,
        Seed = plan.Seed,
        Benchmark = benchmark.Selection.Benchmark.Card.Id,
        Models = plan.Roles.Append(new KeyValuePair<string, IModelClient>(ModelRole.Subject, model)).ToDictionary(pair => pair.Key, pair => clients[pair.Value], StringComparer.Ordinal),
        Embeddings = plan.Embeddings ?? new HashedTfIdfEmbeddingGenerator(),
        Bank = bank,
        Pool = benchmark.Pool,
        Files = files,
        Time = time,
    };

    private static RunModel Decorate(IModelClient client, EvaluationPlan plan, RunOptions options, TimeProvider time, RunTotals totals)
    {
        IModelClient resilient = new ResilientModelClient(client, options.Resilience, time);
        return RunModel.Create(client, new BudgetedModelClient(resilient, plan.Budget, totals, time));
    }
}
