namespace MedBench;

/// <summary>What is searched for, as each kind of search wants it.</summary>
public sealed record RetrievalQuery
{
    /// <summary>Gets the text for a search by words.</summary>
    public required string Words { get; init; }

    /// <summary>Gets the text that is embedded, after the instruction where the retriever has one.</summary>
    public required string Meaning { get; init; }

    /// <summary>Gets a text that is embedded by itself, whose vector is averaged with that of <see cref="Meaning"/>; null for none.</summary>
    public string? Further { get; init; }

    /// <summary>Creates the query of a text as it stands.</summary>
    /// <param name="text">The text.</param>
    public static RetrievalQuery Of(string text) => new() { Words = text, Meaning = text };
}
