using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The parts from which a strategy over an environment is composed: how the dialogue opens, how long it may last, what is read off it.</summary>
public sealed record DialoguePrompting
{
    /// <summary>Gets the strategy's id: kebab-case, never renamed.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version; it changes whenever one of the functions would do otherwise, for they have no fingerprint of their own.</summary>
    public required string Version { get; init; }

    /// <summary>Gets one sentence on what it does, with its paper.</summary>
    public required string Description { get; init; }

    /// <summary>Gets every parameter of the functions by name, as invariant text; the number of turns is added.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets what stands in the transcript before the model's first turn; <see cref="TextPrompting.Ask"/> writes the usual messages.</summary>
    public required Func<SampleInput, IReadOnlyList<ChatMessage>> Open { get; init; }

    /// <summary>Gets what the model is sent at a turn: the transcript as it stands, unless given.</summary>
    /// <remarks>The transcript is what happened; this is how it is shown: with the turns that are left, as one text, without what is long past. It never adds to the transcript.</remarks>
    public Func<DialogueTurn, IReadOnlyList<ChatMessage>> Compose { get; init; } = static turn => turn.Transcript;

    /// <summary>Gets how many turns the model has, at least one.</summary>
    public required int MaxTurns { get; init; }

    /// <summary>Gets whether the model's latest reply, the last of the transcript, ends the dialogue, so that the environment is not asked again; never, unless given.</summary>
    /// <remarks>For endings that belong to the model's instructions, such as a line that states a diagnosis. What ends by the environment's own rules, the environment ends.</remarks>
    public Func<SampleInput, IReadOnlyList<ChatMessage>, bool> Ends { get; init; } = static (_, _) => false;

    /// <summary>Gets what is read off a dialogue that came to its end: what was changed in it (<see cref="StatePrediction"/>), else the last reply, unless given. Never throws.</summary>
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
