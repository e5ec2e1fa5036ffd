using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>What an interactive sample acts in: a simulated patient, a record server, a tool box.</summary>
/// <remarks>
/// An environment holds what the strategy must not see. It keeps no state between calls: what has happened is the
/// transcript, so that a resumed dialogue continues exactly where it stopped.
/// </remarks>
public interface IEnvironment
{
    /// <summary>Gets the tools that the model may call; empty for a plain conversation.</summary>
    IReadOnlyList<AITool> Tools { get; }

    /// <summary>Answers the last assistant message of a transcript.</summary>
    /// <param name="transcript">The whole dialogue so far, the assistant's latest turn last.</param>
    /// <param name="models">Models that play parts, for instance <see cref="ModelRole.Patient"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The next message to the assistant, or null when the dialogue is over.</returns>
    Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default);
}
