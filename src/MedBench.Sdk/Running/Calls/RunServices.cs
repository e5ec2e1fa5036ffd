using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>What all call scopes of one cell of a run share.</summary>
internal sealed class RunServices
{
    public required Journal Journal { get; init; }

    /// <summary>Gets the replies of earlier runs; null where none are kept.</summary>
    public ReplyCache? Cache { get; init; }

    public required BudgetLedger Ledger { get; init; }

    public required long Seed { get; init; }

    public required string Benchmark { get; init; }

    /// <summary>Gets the resilient models by role.</summary>
    public required IReadOnlyDictionary<string, RunModel> Models { get; init; }

    public required IEmbeddingGenerator<string, Embedding<float>> Embeddings { get; init; }

    public required IExemplarBank Bank { get; init; }

    public IExemplarPool? Pool { get; init; }

    public ICorpus? Documents { get; init; }

    /// <summary>Gets the folder of the files that samples leave behind.</summary>
    public required string Files { get; init; }

    public required TimeProvider Time { get; init; }

    public required CellObserver Observer { get; init; }
}
