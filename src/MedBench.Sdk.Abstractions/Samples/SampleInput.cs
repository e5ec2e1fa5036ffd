using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>The part of a sample that a strategy may show to a model: structured, never rendered.</summary>
public sealed record SampleInput
{
    /// <summary>Gets the id, unique within the split.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the question or task without its options and context.</summary>
    public required string Stem { get; init; }

    /// <summary>Gets the answer options in published order; empty for open questions.</summary>
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];

    /// <summary>Gets the texts given with the question: abstract sections, notes, passages.</summary>
    public IReadOnlyList<ContextSection> Context { get; init; } = [];

    /// <summary>Gets the conversation that precedes the answer; empty for single questions.</summary>
    public IReadOnlyList<ChatMessage> Conversation { get; init; } = [];

    /// <summary>Gets images and other media.</summary>
    public IReadOnlyList<AIContent> Media { get; init; } = [];

    /// <summary>Gets files on disk that go with the sample (scans, notes), by absolute path.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Gets the subject as a phrase that may be shown, for instance <c>college medicine</c>; null where the set has none.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the language of the question as a BCP 47 tag, for strategies that ask in the question's own; null where the card names the only one.</summary>
    public string? Language { get; init; }

    /// <summary>Gets what the strategy acts in (a simulated patient, a record server); null for plain questions.</summary>
    public IEnvironment? Environment { get; init; }
}
