namespace MedBench;

/// <summary>A piece of text that a <see cref="LexicalReader"/> can look things up in.</summary>
public sealed record LexicalPassage
{
    /// <summary>Gets the id, unique within the reader.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the heading; explanations name it.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the text: a few sentences.</summary>
    public required string Text { get; init; }

    /// <summary>Gets where the facts come from; null where not stated.</summary>
    public string? Source { get; init; }
}
