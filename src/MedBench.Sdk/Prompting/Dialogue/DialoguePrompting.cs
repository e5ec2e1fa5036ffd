using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The parts from which a strategy over an environment is composed: how the dialogue opens, how long it may last, what is read off it.</summary>
public sealed record DialoguePrompting
{
    /// <summary>Gets the strategy's id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes whenever <see cref="Open"/> or <see cref="Conclude"/> would do otherwise, for functions have no fingerprint of their own.</summary>
    public required string Version { get; init; }

    /// <summary>Gets one sentence on what it does, with its paper.</summary>
    public required string Description { get; init; }

    /// <summary>Gets every parameter of the functions by name, as invariant text; the number of turns is added.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets what stands before the model's first turn; <see cref="TextPrompting.Ask"/> writes the usual messages.</summary>
    public required Func<SampleInput, IReadOnlyList<ChatMessage>> Open { get; init; }

    /// <summary>Gets how many turns the model has, at least one.</summary>
    public required int MaxTurns { get; init; }

    /// <summary>Gets what is read off a dialogue that the environment ended: what was changed in it (<see cref="StatePrediction"/>), else the last reply, unless given. Never throws.</summary>
    public Func<SampleInput, IReadOnlyList<ChatMessage>, Prediction> Conclude { get; init; } = static (input, transcript)
        => input.Environment?.ReadState(transcript) is { } state ? new StatePrediction(state) : new TextPrediction(transcript[^1].Text);

    /// <summary>Gets how tokens are drawn; the endpoint's own way unless given.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Unset;

    /// <summary>Gets the ids of the defects of published code that are reproduced here: see <see cref="CompatRule"/>. Reports name them.</summary>
    public IReadOnlyList<string> Compat { get; init; } = [];

    /// <summary>Gets the powers that the model must have; <see cref="ModelCapabilities.Tools"/> where the environments have tools.</summary>
    public ModelCapabilities RequiredCapabilities { get; init; } = ModelCapabilities.None;

    /// <summary>Gets the roles that the environments cannot do without.</summary>
    public IReadOnlyList<string> RequiredRoles { get; init; } = [];
}
