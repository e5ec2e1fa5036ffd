using MedBench.Running;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MedBench;

/// <summary>Makes plans with the models, the embeddings and the catalogues that an application has registered.</summary>
public sealed class EvaluationPlanner
{
    private readonly IServiceProvider services;

    /// <summary>Initializes the planner.</summary>
    /// <param name="services">The application's services.</param>
    public EvaluationPlanner(IServiceProvider services) => this.services = services;

    /// <summary>Gets everything that can be found by id.</summary>
    public BenchmarkCatalog Catalog => BenchmarkCatalog.Combine([.. services.GetServices<BenchmarkCatalog>()]);

    /// <summary>Creates a plan for the registered subject, with the further roles and embeddings that are registered.</summary>
    /// <param name="benchmark">A benchmark's id.</param>
    /// <param name="source">Where its data is; null for a benchmark that carries its own.</param>
    /// <param name="strategies">Ids of strategies; none means the benchmark's default.</param>
    /// <returns>A plan to be changed further with <c>with</c>.</returns>
    /// <exception cref="PlanException">No model plays the subject.</exception>
    public EvaluationPlan CreatePlan(string benchmark, IDatasetSource? source = null, params IReadOnlyList<string> strategies)
    {
        var roles = services.GetServices<RegisteredRole>().Select(role => role.Name).ToList();
        if (!roles.Contains(ModelRole.Subject))
        {
            throw new PlanException("No model plays the role 'subject'. Add one with AddMedBench().AddModel(ModelRole.Subject, …).");
        }

        var catalog = Catalog;
        return new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(catalog.FindBenchmark(benchmark), source)],
            Strategies = [.. strategies.Select(catalog.FindStrategy)],
            Models = [services.GetRequiredKeyedService<IModelClient>(ModelRole.Subject)],
            Roles = roles.Where(role => role != ModelRole.Subject).ToDictionary(role => role, role => services.GetRequiredKeyedService<IModelClient>(role), StringComparer.Ordinal),
            Embeddings = services.GetService<IEmbeddingGenerator<string, Embedding<float>>>(),
        };
    }
}
