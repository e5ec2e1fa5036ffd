namespace MedBench;

/// <summary>Finds documents for a query: by words, by embeddings, or as you like.</summary>
public interface IDocumentRetriever
{
    /// <summary>Gets every parameter by name, as invariant text.</summary>
    IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Gets whether it searches by embeddings.</summary>
    bool UsesEmbeddings { get; }

    /// <summary>Finds documents.</summary>
    /// <param name="input">The sample.</param>
    /// <param name="query">What is searched for: the sample's own question, or what was made of it.</param>
    /// <param name="models">The way to the documents and to embeddings.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Documents with their scores, higher is better; the strategy puts them in order.</returns>
    Task<IReadOnlyList<ScoredDocument>> SearchAsync(SampleInput input, RetrievalQuery query, IModelAccess models, int count, CancellationToken cancellationToken = default);
}
