namespace MedBench;

/// <summary>The parts from which a strategy that ranks documents is composed: who writes the query, who finds, who puts in order.</summary>
public sealed record RetrievalPrompting
{
    /// <summary>Gets the strategy's id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes whenever a function would compose or read otherwise, for functions have no fingerprint of their own.</summary>
    public required string Version { get; init; }

    /// <summary>Gets one sentence on what it does, with its paper.</summary>
    public required string Description { get; init; }

    /// <summary>Gets further parameters by name, as invariant text; those of the parts are added.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets who finds the documents.</summary>
    public required IDocumentRetriever Retriever { get; init; }

    /// <summary>Gets how the model writes the query; null searches for the question as it stands.</summary>
    public QueryRewriting? Rewriting { get; init; }

    /// <summary>Gets how the model puts the found documents in order; null keeps the retriever's order.</summary>
    public ListwiseReranking? Reranking { get; init; }

    /// <summary>Gets how many documents are found.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public int Depth { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Find at least one document."); } = 100;

    /// <summary>Gets the ids of the defects of published code that are reproduced here: see <see cref="CompatRule"/>. Reports name them.</summary>
    public IReadOnlyList<string> Compat { get; init; } = [];
}
