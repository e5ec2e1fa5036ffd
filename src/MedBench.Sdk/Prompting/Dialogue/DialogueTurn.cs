using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>A turn of the model in a dialogue, before it is asked.</summary>
public sealed record DialogueTurn
{
    /// <summary>Gets the sample's input.</summary>
    public required SampleInput Input { get; init; }

    /// <summary>Gets what was said so far: the opening, then the model's replies and the environment's in turn.</summary>
    public required IReadOnlyList<ChatMessage> Transcript { get; init; }

    /// <summary>Gets how many turns the model has taken, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Gets how many turns the model has in all.</summary>
    public required int MaxTurns { get; init; }

    /// <summary>Gets whether the model has no further turn after this one.</summary>
    public bool IsLast => Number == MaxTurns - 1;
}
