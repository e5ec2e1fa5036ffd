using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running;

/// <summary>Embeds texts by how often they have each digit, and counts them.</summary>
internal sealed class DigitEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private int texts;

    /// <summary>Gets the tokens that a request is said to take; null for an endpoint that does not say.</summary>
    public long? TokensOfRequest { get; init; }

    public int Texts => texts;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var vectors = values.Select(text => new Embedding<float>(Enumerable.Range('0', 10).Select(digit => (float)text.Count(letter => letter == digit)).ToArray())).ToList();
        Interlocked.Add(ref texts, vectors.Count);
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(vectors) { Usage = TokensOfRequest is { } tokens ? new UsageDetails { TotalTokenCount = tokens } : null });
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
