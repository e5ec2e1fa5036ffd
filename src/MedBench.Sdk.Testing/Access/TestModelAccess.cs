using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Gives a strategy, scorer or environment all that the engine would, without a run: no journal, no cache, no retries.</summary>
/// <example>
/// <code>
/// var subject = new ScriptedModelClient("Answer: C");
/// var models = new TestModelAccess(subject) { Seed = 7, WorkedExamples = exemplars };
/// var prediction = await strategy.PredictAsync(input, models);
/// </code>
/// </example>
public sealed class TestModelAccess : IModelAccess
{
    private readonly Lazy<IExemplarPool> pool;
    private readonly Lazy<ICorpus> documents;
    private readonly string scope = "sample";

    /// <summary>Initializes access without any model.</summary>
    public TestModelAccess() => (pool, documents) = (new Lazy<IExemplarPool>(CreatePool), new Lazy<ICorpus>(CreateCorpus));

    /// <summary>Initializes access to one model.</summary>
    /// <param name="subject">The model under evaluation.</param>
    public TestModelAccess(IModelClient subject)
        : this() => Models.Add(ModelRole.Subject, subject);

    private TestModelAccess(TestModelAccess parent, string scope)
    {
        (this.scope, pool, documents) = (scope, parent.pool, parent.documents);
        (Models, Seed, Embeddings, WorkedExamples, Collection, Bank) = (parent.Models, parent.Seed, parent.Embeddings, parent.WorkedExamples, parent.Collection, parent.Bank);
    }

    /// <summary>Gets the models by role; add to it.</summary>
    public IDictionary<string, IModelClient> Models { get; init; } = new SortedDictionary<string, IModelClient>(StringComparer.Ordinal);

    /// <summary>Gets the seed of all random numbers.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the benchmark's worked examples; null where it has no pool, so that asking for it is an error.</summary>
    public IReadOnlyList<Exemplar>? WorkedExamples { get; init; }

    /// <summary>Gets the documents that strategies may search; null where the benchmark has none, so that asking for them is an error.</summary>
    public IReadOnlyList<Document>? Collection { get; init; }

    /// <inheritdoc />
    /// <remarks>Counts hashed words unless another generator is given.</remarks>
    public IEmbeddingGenerator<string, Embedding<float>> Embeddings { get; init; } = new WordEmbeddingGenerator();

    /// <inheritdoc />
    /// <remarks>Keeps its rationales in memory unless another bank is given.</remarks>
    public IExemplarBank Bank { get; init; } = new InMemoryExemplarBank();

    /// <inheritdoc />
    /// <remarks>Examples are duplicates where one question's words contain the other's.</remarks>
    public IExemplarPool Exemplars => pool.Value;

    /// <inheritdoc />
    public ICorpus Documents => documents.Value;

    /// <inheritdoc />
    public IModelClient GetModel(string role) => Models.TryGetValue(role, out var model) ? model : throw new InvalidOperationException(
        $"No model plays the role '{role}'. Add one to {nameof(TestModelAccess)}.{nameof(Models)}.");

    /// <inheritdoc />
    public bool HasModel(string role) => Models.ContainsKey(role);

    /// <inheritdoc />
    public SeededRandom CreateRandom(string purpose) => SeededRandom.Create(Seed, scope, purpose);

    /// <inheritdoc />
    public IModelAccess Share(string key) => new TestModelAccess(this, $"shared/{key}");

    private Corpus CreateCorpus() => Collection is null
        ? throw new InvalidOperationException($"There are no documents. Set {nameof(TestModelAccess)}.{nameof(Collection)}, and declare {nameof(StrategyInfo)}.{nameof(StrategyInfo.UsesDocuments)}.")
        : new Corpus(Collection, Embeddings);

    private TestExemplarPool CreatePool() => WorkedExamples is null
        ? throw new InvalidOperationException($"There is no exemplar pool. Set {nameof(TestModelAccess)}.{nameof(WorkedExamples)}, and declare {nameof(StrategyInfo)}.{nameof(StrategyInfo.UsesExemplars)}.")
        : new TestExemplarPool(WorkedExamples, Embeddings);
}
