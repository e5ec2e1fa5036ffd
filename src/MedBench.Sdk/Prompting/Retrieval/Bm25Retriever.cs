namespace MedBench;

/// <summary>Finds documents by words: BM25.</summary>
/// <param name="options">How words are cut and weighed; null for <see cref="Bm25Options.Lucene"/>, with which most papers search.</param>
public sealed class Bm25Retriever(Bm25Options? options = null) : IDocumentRetriever
{
    private readonly Bm25Options options = options ?? Bm25Options.Lucene;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>((options ?? Bm25Options.Lucene).Describe(), StringComparer.Ordinal) { ["retriever"] = "bm25" };

    /// <inheritdoc />
    public bool UsesEmbeddings => false;

    /// <inheritdoc />
    public Task<IReadOnlyList<ScoredDocument>> SearchAsync(SampleInput input, RetrievalQuery query, IModelAccess models, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(models);
        return models.Documents.SearchAsync(query.Words, count, options, cancellationToken);
    }
}
