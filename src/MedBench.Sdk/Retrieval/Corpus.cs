using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The documents of a benchmark in memory, with an index for words and one for vectors.</summary>
/// <remarks>
/// Nothing is read or computed before it is asked for, and then once, whoever asks. Texts are kept compressed; an index by words takes about eight
/// bytes for each different word of each document, an index by vectors four bytes for each of their numbers. Safe for concurrent use.
/// </remarks>
public sealed class Corpus : ICorpus
{
    private const int BatchSize = 256;

    private readonly Func<IAsyncEnumerable<Document>> load;
    private readonly IEmbeddingGenerator<string, Embedding<float>> embeddings;
    private readonly CorpusShelf? shelf;
    private SharedTask<CorpusContents> contents;

    /// <summary>Initializes a corpus over documents in memory.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="embeddings">Turns documents into vectors; the caller disposes of it.</param>
    public Corpus(IReadOnlyList<Document> documents, IEmbeddingGenerator<string, Embedding<float>> embeddings)
        : this(() => documents.ToAsyncEnumerable(), documents?.Count ?? throw new ArgumentNullException(nameof(documents)), embeddings)
    {
    }

    /// <summary>Initializes a corpus that is read when first asked for.</summary>
    /// <param name="load">Reads the documents; called again where the shelf had no room for them.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="embeddings">Turns documents into vectors.</param>
    /// <param name="shelf">Bounds how many corpora are in memory at once; null for no bound.</param>
    internal Corpus(Func<IAsyncEnumerable<Document>> load, int count, IEmbeddingGenerator<string, Embedding<float>> embeddings, CorpusShelf? shelf = null)
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        (this.load, this.embeddings, this.shelf, Count) = (load, embeddings, shelf, count);
        contents = new SharedTask<CorpusContents>(LoadAsync);
    }

    /// <inheritdoc />
    public int Count { get; }

    /// <inheritdoc />
    public async Task<Document?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (await OpenAsync(cancellationToken).ConfigureAwait(false)).Documents.Find(id);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ScoredDocument>> SearchAsync(string query, int count, Bm25Options? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var opened = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var index = await opened.IndexWordsAsync(options ?? new Bm25Options(), cancellationToken).ConfigureAwait(false);
        return opened.Name(index.Search(query, count));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ScoredDocument>> FindNearestAsync(ReadOnlyMemory<float> query, int count, string instruction = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instruction);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var opened = await OpenAsync(cancellationToken).ConfigureAwait(false);
        var index = await opened.IndexVectorsAsync(instruction, cancellationToken).ConfigureAwait(false);
        return opened.Name(index.Search(query.Span, count));
    }

    /// <summary>Lets go of what was read; searches under way end with what they hold.</summary>
    internal void Release() => Volatile.Write(ref contents, new SharedTask<CorpusContents>(LoadAsync));

    private Task<CorpusContents> OpenAsync(CancellationToken cancellationToken)
    {
        shelf?.Use(this);
        return Volatile.Read(ref contents).GetAsync(cancellationToken);
    }

    private async Task<CorpusContents> LoadAsync() => new(await DocumentStore.ReadAsync(load()).ConfigureAwait(false), embeddings, BatchSize);
}
