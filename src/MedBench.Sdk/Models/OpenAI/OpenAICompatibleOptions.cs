using System.Net;
using System.Text.Json;

namespace MedBench;

/// <summary>Where a model is served by the OpenAI protocol, and what to know about it.</summary>
public sealed record OpenAICompatibleOptions
{
    /// <summary>Gets the base address, for instance <c>https://api.openai.com/v1</c>; a query may hold <c>api-version</c> only.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Gets the model's id as the endpoint knows it.</summary>
    public required string Model { get; init; }

    /// <summary>Gets the revision or version of the weights where it is known.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the key; null for endpoints that ask for none.</summary>
    public ApiKey? ApiKey { get; init; }

    /// <summary>Gets the header that carries the key: <c>Authorization</c> (as a bearer token) or, for instance, <c>api-key</c> (as it is).</summary>
    public string ApiKeyHeader { get; init; } = "Authorization";

    /// <summary>Gets whether <c>http://</c> is allowed for hosts other than this machine; prompts and the key are then readable on the way.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>Gets the longest wait for one attempt: connecting, sending, thinking and the whole body; 120 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Gets the longest wait for one call with all its attempts and pauses, which the engine's retries keep; 15 minutes.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets the largest reply that is read, in bytes; 16 MB.</summary>
    public int MaxResponseBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Gets the largest number of connections at once; 256.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>Gets the proxy; null connects directly, whatever the environment says.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>Gets the context window in tokens, prompt and reply together; null where unknown.</summary>
    /// <remarks>A run does not send prompts that leave no room for the longest reply. It counts their texts exactly for models of OpenAI from gpt-4o on, and for all others at one token for every 3 bytes.</remarks>
    public int? ContextTokens { get; init; }

    /// <summary>Gets the price; null where unknown, and then no cost is stated.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>Gets the powers beyond text chat that the served model has; strategies that need others end Unsupported.</summary>
    public ModelCapabilities Capabilities { get; init; }

    /// <summary>Gets whether <c>top_k</c>, an extension of most open-model servers, is sent; null means yes, except to hosts that are known to reject it.</summary>
    public bool? SendTopK { get; init; }

    /// <summary>Gets whether the reply's limit is named <c>max_completion_tokens</c> instead of <c>max_tokens</c>; null means only for hosts that are known to want it.</summary>
    public bool? UseMaxCompletionTokens { get; init; }

    /// <summary>Gets further top-level fields of every chat request, for instance <c>chat_template_kwargs</c>; they are part of the fingerprint.</summary>
    public IReadOnlyDictionary<string, JsonElement> ExtraBody { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Gets whether chat replies are asked for as streams, which keeps proxies from ending a connection on which nothing comes for long; false.</summary>
    /// <remarks>
    /// The reply is read to its end before any of it counts: one that breaks off, without finish reason and <c>[DONE]</c>, is
    /// malformed and asked for again. Events take some 200 bytes a token of <see cref="MaxResponseBytes"/>. Endpoints that do not stream may send the reply in one piece.
    /// </remarks>
    public bool Stream { get; init; }

    /// <summary>Gets the number of texts in one embeddings request; 128.</summary>
    public int EmbeddingBatchSize { get; init; } = 128;

    /// <summary>Gets whether embeddings are asked for in Base64, which is cheaper to read but not offered everywhere.</summary>
    public bool UseBase64Embeddings { get; init; }
}
