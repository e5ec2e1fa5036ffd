using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The documents of a corpus with the indexes that were asked for so far.</summary>
internal sealed class CorpusContents(DocumentStore store, IEmbeddingGenerator<string, Embedding<float>> embeddings, int batchSize)
{
    private readonly ConcurrentDictionary<Bm25Options, SharedTask<Bm25Index>> words = new();
    private readonly ConcurrentDictionary<string, SharedTask<VectorIndex>> vectors = new(StringComparer.Ordinal);

    public DocumentStore Documents => store;

    public Task<Bm25Index> IndexWordsAsync(Bm25Options options, CancellationToken cancellationToken)
        => words.GetOrAdd(options, options => new SharedTask<Bm25Index>(() => Task.FromResult(Bm25Index.Build(store.ReadSearched(), options)))).GetAsync(cancellationToken);

    public Task<VectorIndex> IndexVectorsAsync(string instruction, CancellationToken cancellationToken)
        => vectors.GetOrAdd(instruction, instruction => new SharedTask<VectorIndex>(() => EmbedAsync(instruction))).GetAsync(cancellationToken);

    public IReadOnlyList<ScoredDocument> Name(IReadOnlyList<SearchHit> hits) => [.. hits.Select(hit => new ScoredDocument(store.IdAt(hit.Index), hit.Score))];

    private async Task<VectorIndex> EmbedAsync(string instruction)
    {
        VectorRows? rows = null;
        var next = 0;
        foreach (var batch in store.ReadSearched().Chunk(batchSize))
        {
            var generated = await embeddings.GenerateAsync(instruction.Length == 0 ? batch : batch.Select(text => instruction + text)).ConfigureAwait(false);
            if (generated.Count != batch.Length)
            {
                throw new InvalidOperationException($"The embedding generator returned {generated.Count} vectors for {batch.Length} documents; it must return one each.");
            }

            foreach (var embedding in generated)
            {
                rows ??= new VectorRows(store.Count, embedding.Vector.Length);
                rows.Set(next++, embedding.Vector.Span);
            }
        }

        return VectorIndex.Of(rows ?? new VectorRows(0, 0), store.Count);
    }
}
