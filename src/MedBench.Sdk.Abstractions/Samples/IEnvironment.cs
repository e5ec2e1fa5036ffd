using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>What an interactive sample acts in: a simulated patient, a record server, a tool box.</summary>
/// <remarks>
/// An environment holds what the strategy must not see. It keeps no state between calls: what has happened is the
/// transcript, so that a resumed dialogue continues exactly where it stopped. What a model derives once from the hidden
/// case, and not from the dialogue, is asked through <see cref="IModelAccess.Share"/> and kept in <see cref="IModelAccess.Bank"/>:
/// it is then paid for once, however often the environment needs it.
/// </remarks>
public interface IEnvironment
{
    /// <summary>Gets the tools that the model may call; empty for a plain conversation.</summary>
    /// <remarks>Declarations only: a tool that a chat client could invoke by itself would act outside the transcript.</remarks>
    IReadOnlyList<AITool> Tools { get; }

    /// <summary>Gets what the replies depend on beyond the transcript (the hidden case, the records), as text: part of the run's fingerprint and of nothing else.</summary>
    string Fingerprint => "";

    /// <summary>Answers the last assistant message of a transcript.</summary>
    /// <param name="transcript">The whole dialogue so far, the assistant's latest turn last.</param>
    /// <param name="models">Models that play parts, for instance <see cref="ModelRole.Patient"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The next message to the assistant, or null when the dialogue is over.</returns>
    Task<ChatMessage?> RespondAsync(IReadOnlyList<ChatMessage> transcript, IModelAccess models, CancellationToken cancellationToken = default);

    /// <summary>Returns what the assistant has changed in the environment, as JSON: for a <see cref="StatePrediction"/>.</summary>
    /// <param name="transcript">The whole dialogue.</param>
    /// <returns>The effects of the assistant's own acts, never what the environment hides; null where nothing can be changed.</returns>
    JsonElement? ReadState(IReadOnlyList<ChatMessage> transcript) => null;
}
