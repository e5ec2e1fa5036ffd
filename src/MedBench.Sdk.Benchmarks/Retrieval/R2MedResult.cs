namespace MedBench.Benchmarks;

/// <summary>One published result file of R2MED: a system on a set.</summary>
public sealed record R2MedResult
{
    /// <summary>Gets the system as the repository's folders name it, for instance <c>base retriever/nv</c> or <c>gar/hyde/gpt4/bm25</c>.</summary>
    public required string System { get; init; }

    /// <summary>Gets the set's published name.</summary>
    public required string Set { get; init; }

    /// <summary>Gets the measures from 0 to 1 by name: <c>ndcg@10</c>, <c>recall@100</c>, <c>map@1</c>, <c>precision@25</c>, <c>mrr</c>.</summary>
    public required IReadOnlyDictionary<string, double> Measures { get; init; }
}
