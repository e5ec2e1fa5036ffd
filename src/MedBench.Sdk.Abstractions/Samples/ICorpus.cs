namespace MedBench;

/// <summary>The documents of one benchmark, shared by all samples of a run; read, and indexed, when first asked for.</summary>
/// <remarks>What a search finds depends on the documents, the query and the options alone, never on who asked before. Safe for concurrent use.</remarks>
public interface ICorpus
{
    /// <summary>Gets the number of documents.</summary>
    int Count { get; }

    /// <summary>Returns a document; null where there is none of that id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Document?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Searches by words: Okapi BM25 over titles and texts.</summary>
    /// <param name="query">The text to search for.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="options">How words are cut and weighed; null for the defaults. Each different value has an index of its own.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Best first, ties to the document that comes earlier; documents that share no word with the query are left out.</returns>
    Task<IReadOnlyList<ScoredDocument>> SearchAsync(string query, int count, Bm25Options? options = null, CancellationToken cancellationToken = default);

    /// <summary>Searches by cosine of embeddings, with documents embedded by <see cref="IModelAccess.Embeddings"/>, each once in a run.</summary>
    /// <param name="query">The vector to search for, from the same generator.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="instruction">What the generator wants to read before each document; most want nothing. Each different one has an index of its own.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Nearest first, ties to the document that comes earlier.</returns>
    /// <exception cref="ArgumentException">The query has another length than the documents' vectors, or a number that is not finite.</exception>
    Task<IReadOnlyList<ScoredDocument>> FindNearestAsync(ReadOnlyMemory<float> query, int count, string instruction = "", CancellationToken cancellationToken = default);
}
