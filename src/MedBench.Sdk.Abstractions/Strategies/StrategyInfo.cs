namespace MedBench;

/// <summary>Identifies a strategy and everything about it that can change a number.</summary>
public sealed record StrategyInfo
{
    /// <summary>Gets the id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes whenever the same parameters would send other prompts or read replies otherwise.</summary>
    public required string Version { get; init; }

    /// <summary>Gets one sentence on what it does, with its paper.</summary>
    public string Description { get; init; } = "";

    /// <summary>Gets every parameter by name, as invariant text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets whether the strategy shows worked examples, so that the benchmark's pool must be loaded.</summary>
    public bool UsesExemplars { get; init; }

    /// <summary>Gets whether the strategy searches the benchmark's documents, so that they must be there.</summary>
    public bool UsesDocuments { get; init; }

    /// <summary>Gets whether the strategy searches by embeddings.</summary>
    public bool UsesEmbeddings { get; init; }

    /// <summary>Gets the powers that the subject model must have; a sample ends Unsupported before any call where one is lacking.</summary>
    public ModelCapabilities RequiredCapabilities { get; init; } = ModelCapabilities.None;

    /// <summary>Gets the roles that the strategy cannot do without; a plan in which nobody plays one is refused before any call.</summary>
    public IReadOnlyList<string> RequiredRoles { get; init; } = [];
}
