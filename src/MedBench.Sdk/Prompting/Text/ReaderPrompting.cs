using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The parts from which a strategy is composed whose replies another model reads: what the subject is asked, and what the reader is asked of its reply.</summary>
public sealed record ReaderPrompting
{
    /// <summary>Gets what the subject is asked; its <see cref="TextPrompting.Read"/> reads the replies for which no reader is needed.</summary>
    public required TextPrompting Asking { get; init; }

    /// <summary>Gets the role that reads.</summary>
    public string Role { get; init; } = ModelRole.Extractor;

    /// <summary>Gets what the reader is sent of a question and the reply to it; null where the reply needs no reader.</summary>
    public required Func<SampleInput, string, IReadOnlyList<ChatMessage>?> Compose { get; init; }

    /// <summary>Gets what follows from the reader's own reply: question, reply, reader's reply. Returns <see cref="Unanswered"/> where nothing does, and never throws.</summary>
    public required Func<SampleInput, string, string, Prediction> Read { get; init; }

    /// <summary>Gets how the reader's tokens are drawn; the endpoint's own way unless given.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Unset;
}
