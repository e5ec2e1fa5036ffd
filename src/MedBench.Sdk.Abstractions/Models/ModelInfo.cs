namespace MedBench;

/// <summary>Identifies a model and states what it can do and costs.</summary>
public sealed record ModelInfo
{
    /// <summary>Gets the id that is sent to the endpoint.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the revision or version of the weights where it is known.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the kind of provider, for instance <c>openai-compatible</c> or <c>embedded</c>.</summary>
    public string Provider { get; init; } = "custom";

    /// <summary>Gets where requests go; null for models in this process, and where a client does not say.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Gets whether the model runs in this process, so that no request leaves it; false unless the client says so.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>Gets whether this is no model but a system that plays a part, such as a record server: what it answers is journalled, repeated and bounded for each sample like a model's replies, and counts neither as a model call nor as tokens or money.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Gets whether requests stay on this machine: within this process, or at a loopback address. A client that states neither counts as remote.</summary>
    /// <remarks>What listens at a loopback address may pass requests on; that is for who runs it to know.</remarks>
    public bool IsLocal => IsInProcess || Endpoint is { IsLoopback: true };

    /// <summary>Gets the powers beyond text chat.</summary>
    public ModelCapabilities Capabilities { get; init; }

    /// <summary>Gets the context window in tokens, prompt and reply together; null where unknown. A prompt that leaves no room for the reply is then not sent, and its sample ends Unsupported.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>Gets the price; null where unknown, and then no cost is stated.</summary>
    public ModelPrice? Price { get; init; }

    /// <summary>Gets settings of the client that can change replies, by name: part of the fingerprint.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
