using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Finds documents by the cosine of embeddings.</summary>
/// <remarks>Two vectors of one query (<see cref="RetrievalQuery.Further"/>) are scaled to length 1 before they are averaged.</remarks>
/// <param name="instruction">What stands before a query of the sample when it is embedded; null for nothing.</param>
/// <param name="documentInstruction">What stands before each document.</param>
/// <param name="instructionId">Names the instructions in the fingerprint, for a function has none of its own.</param>
public sealed class DenseRetriever(Func<SampleInput, string>? instruction = null, string documentInstruction = "", string instructionId = "none") : IDocumentRetriever
{
    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["retriever"] = "dense",
        ["query-instruction"] = instructionId,
        ["document-instruction"] = documentInstruction.Length == 0 ? "none" : documentInstruction,
    };

    /// <inheritdoc />
    public bool UsesEmbeddings => true;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ScoredDocument>> SearchAsync(SampleInput input, RetrievalQuery query, IModelAccess models, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(models);
        var vector = await EmbedAsync((instruction?.Invoke(input) ?? "") + query.Meaning, models, cancellationToken).ConfigureAwait(false);
        if (query.Further is { } further)
        {
            var second = await EmbedAsync(further, models, cancellationToken).ConfigureAwait(false);
            vector = vector.Length == second.Length ? Average(vector.Span, second.Span) : throw new InvalidOperationException($"The embedding generator gave vectors of {vector.Length} and {second.Length} numbers; it must give one length.");
        }

        return await models.Documents.FindNearestAsync(vector, count, documentInstruction, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ReadOnlyMemory<float>> EmbedAsync(string text, IModelAccess models, CancellationToken cancellationToken)
        => (await models.Embeddings.GenerateAsync([text], null, cancellationToken).ConfigureAwait(false))[0].Vector;

    private static float[] Average(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var (one, two) = (Length(first), Length(second));
        var mean = new float[first.Length];
        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] = (float)(((first[i] / one) + (second[i] / two)) / 2);
        }

        return mean;
    }

    private static double Length(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var number in vector)
        {
            sum += (double)number * number;
        }

        return sum > 0 ? Math.Sqrt(sum) : 1;
    }
}
