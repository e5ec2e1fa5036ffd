using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Turns texts into vectors through an endpoint that speaks the OpenAI embeddings protocol.</summary>
/// <remarks>Long lists go out in batches of <see cref="OpenAICompatibleOptions.EmbeddingBatchSize"/>, one after the other; tokens that one batch does not report are unknown for all. Each request is sent once: see <see cref="ResilientEmbeddings"/>.</remarks>
public sealed class OpenAICompatibleEmbeddings : IEmbeddingGenerator<string, Embedding<float>>, IModelTimeouts
{
    private readonly OpenAICompatibleOptions options;
    private readonly OpenAITransport transport;
    private readonly Uri address;
    private readonly EmbeddingGeneratorMetadata metadata;

    /// <summary>Initializes a generator.</summary>
    /// <param name="options">Where the model is served.</param>
    /// <param name="handler">Sends the requests instead of the built-in handler; stays the caller's to dispose.</param>
    /// <param name="timeProvider">The clock of timeouts; the system's when null.</param>
    /// <exception cref="ArgumentException">An option cannot be right; says which and what to do.</exception>
    public OpenAICompatibleEmbeddings(OpenAICompatibleOptions options, HttpMessageHandler? handler = null, TimeProvider? timeProvider = null)
    {
        transport = new OpenAITransport(options, handler, timeProvider);
        this.options = options;
        address = EndpointRules.Address(options.Endpoint, "embeddings");
        metadata = new EmbeddingGeneratorMetadata(ModelInfoOf.Provider, options.Endpoint, options.Model);
    }

    /// <inheritdoc />
    public TimeSpan AttemptTimeout => options.AttemptTimeout;

    /// <inheritdoc />
    public TimeSpan TotalTimeout => options.TotalTimeout;

    /// <summary>Returns one vector per text, in order.</summary>
    /// <param name="values">The texts.</param>
    /// <param name="options">The wanted number of dimensions, where the model offers a choice.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ModelException">No usable reply; says of which kind.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = new GeneratedEmbeddings<Embedding<float>>();
        var (input, total) = ((long?)0L, (long?)0L);
        foreach (var batch in values.Chunk(this.options.EmbeddingBatchSize))
        {
            var part = await SendAsync(batch, options, cancellationToken).ConfigureAwait(false);
            all.AddRange(part);
            (input, total) = (input + part.Usage?.InputTokenCount, total + part.Usage?.TotalTokenCount);
        }

        all.Usage = new UsageDetails { InputTokenCount = input, TotalTokenCount = total };
        return all;
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Closes the connections; do not dispose while calls are under way.</summary>
    public void Dispose() => transport.Dispose();

    private Task<GeneratedEmbeddings<Embedding<float>>> SendAsync(string[] batch, EmbeddingGenerationOptions? wanted, CancellationToken cancellationToken)
    {
        if (wanted?.ModelId is { } asked && asked != options.Model)
        {
            throw transport.Failures.NotSent($"the request asks for model '{asked}'; create a generator for each model");
        }

        var body = EmbeddingWire.Write(options, batch, wanted?.Dimensions);
        return transport.PostAsync(address, body, reply => EmbeddingWire.Read(reply, batch.Length, transport.Failures), cancellationToken);
    }
}
