using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>What a doctor decided at a turn.</summary>
internal sealed record MediQDecision
{
    /// <summary>Gets whether the doctor would rather ask.</summary>
    public required bool Abstains { get; init; }

    /// <summary>Gets the confidence from 0 to 1; null where none was stated.</summary>
    public double? Confidence { get; init; }

    /// <summary>Gets the conversation in which a question is asked for.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; init; } = [];

    /// <summary>Gets the question, where the decision was one.</summary>
    public string? Question { get; init; }

    /// <summary>Gets the letter, where the decision was one.</summary>
    public string? Letter { get; init; }

    /// <summary>Gets the reply that holds the letter.</summary>
    public ChatResponse? Response { get; init; }
}
