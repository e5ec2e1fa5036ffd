using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>A question with options as an adapter reads it from a row, before it becomes a sample or an exemplar.</summary>
public sealed record MultipleChoiceQuestion
{
    /// <summary>Gets the file's own id; null where it has none and one is made of split and number.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the question without its options and context.</summary>
    public required string Stem { get; init; }

    /// <summary>Gets the options in published order.</summary>
    public required IReadOnlyList<ChoiceOption> Options { get; init; }

    /// <summary>Gets what is right: a label, or a <see cref="ChoiceTarget"/> of several with all that the exam says of them.</summary>
    public required ChoiceTarget Answer { get; init; }

    /// <summary>Gets the texts given with the question.</summary>
    public IReadOnlyList<ContextSection> Context { get; init; } = [];

    /// <summary>Gets the images that go with the question; <see cref="DatasetImages"/> reads them.</summary>
    public IReadOnlyList<AIContent> Media { get; init; } = [];

    /// <summary>Gets the family that the question belongs to (a vignette, an article, an image pair); null when it stands alone.</summary>
    public string? ClusterId { get; init; }

    /// <summary>Gets the subject as a phrase that may be shown; null where the set has none.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the language as a BCP 47 tag; null where the set has one only.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the reasoning that the set publishes; only exemplars carry it on.</summary>
    public string? Rationale { get; init; }

    /// <summary>Gets the groups to report by; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Gets what was repaired or noticed.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];
}
