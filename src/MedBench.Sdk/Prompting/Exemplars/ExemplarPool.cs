using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The worked examples of a benchmark in memory, with an index for nearest questions and one for duplicates.</summary>
/// <remarks>
/// Both indexes are built when first needed, once, whoever asks. Only stems are embedded, never options, as Medprompt does
/// (Nori et al. 2023). Positions, neighbours and duplicates depend on the exemplars, the input and the vectors alone. Safe for concurrent use.
/// </remarks>
public sealed class ExemplarPool : IExemplarPool
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> embeddings;
    private readonly SharedTask<VectorIndex> vectors;
    private readonly Lazy<DuplicateIndex> duplicates;

    /// <summary>Initializes a pool; nothing is computed yet.</summary>
    /// <param name="exemplars">The examples in file order.</param>
    /// <param name="embeddings">Turns stems into vectors; the caller disposes of it.</param>
    /// <param name="batchSize">How many stems go to the generator at once, at least 1.</param>
    public ExemplarPool(IReadOnlyList<Exemplar> exemplars, IEmbeddingGenerator<string, Embedding<float>> embeddings, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(exemplars);
        ArgumentNullException.ThrowIfNull(embeddings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        Exemplars = exemplars;
        this.embeddings = embeddings;
        vectors = new SharedTask<VectorIndex>(() => EmbedAsync(batchSize));
        duplicates = new Lazy<DuplicateIndex>(() => DuplicateIndex.Build([.. exemplars.Select(exemplar => exemplar.Input.Stem)]));
    }

    /// <inheritdoc />
    public IReadOnlyList<Exemplar> Exemplars { get; }

    /// <inheritdoc />
    /// <remarks>
    /// Stems are compared as lower-case words without punctuation. A duplicate is equal; or one stem contains the other, the shorter
    /// having at least 40 characters (Medprompt's rule, with a floor that spares "Which is true?"); or, both having at least 12 words,
    /// at least 80 % of the shorter one's distinct runs of five words occur in the other. Decontamination elsewhere asks for one
    /// common run of 13 words (GPT-3), 70 % of runs of 8 (PaLM) or 80 % of tokens in common runs (Llama 2); exam questions are short,
    /// hence runs of five. Options are not looked at: questions that share a stem are left out together.
    /// </remarks>
    public IReadOnlyList<int> FindDuplicates(SampleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return duplicates.Value.Find(input.Stem);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The generator gave vectors of different lengths, or with numbers that are not finite.</exception>
    public async Task<IReadOnlyList<int>> FindNearestAsync(SampleInput input, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0 || Exemplars.Count == 0)
        {
            return [];
        }

        var index = await vectors.GetAsync(cancellationToken).ConfigureAwait(false);
        var query = await embeddings.GenerateAsync([input.Stem], null, cancellationToken).ConfigureAwait(false);
        var excluded = FindDuplicates(input).ToHashSet();
        var wanted = (int)Math.Min((long)count + excluded.Count, index.Count);
        var hits = index.Search(query[0].Vector.Span, wanted);
        return [.. hits.Select(hit => hit.Index).Where(position => !excluded.Contains(position)).Take(count)];
    }

    /// <summary>Creates the pool of a run.</summary>
    /// <param name="exemplars">The examples in file order.</param>
    /// <param name="embeddings">Turns stems into vectors; null means vectors of words, weighted by the stems themselves.</param>
    internal static ExemplarPool Create(IReadOnlyList<Exemplar> exemplars, IEmbeddingGenerator<string, Embedding<float>>? embeddings)
        => new(exemplars, embeddings ?? HashedTfIdfEmbeddingGenerator.Fit(exemplars.Select(exemplar => exemplar.Input.Stem)));

    private async Task<VectorIndex> EmbedAsync(int batchSize)
    {
        var found = new List<ReadOnlyMemory<float>>(Exemplars.Count);
        foreach (var batch in Exemplars.Select(exemplar => exemplar.Input.Stem).Chunk(batchSize))
        {
            var generated = await embeddings.GenerateAsync(batch).ConfigureAwait(false);
            if (generated.Count != batch.Length)
            {
                throw new InvalidOperationException($"The embedding generator returned {generated.Count} vectors for {batch.Length} questions; it must return one each.");
            }

            found.AddRange(generated.Select(embedding => embedding.Vector));
        }

        return VectorIndex.Build(found);
    }
}
