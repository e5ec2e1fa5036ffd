namespace MedBench;

/// <summary>A dataset file that can be read any number of times.</summary>
/// <param name="name">Name as the user knows it; appears in errors and reports.</param>
/// <param name="open">Opens a new stream at the first byte.</param>
public sealed class DatasetFile(string name, Func<Stream> open)
{
    /// <summary>Gets the name as the user knows it.</summary>
    public string Name { get; } = name;

    /// <summary>Gets whether a user named this file for the split, as opposed to a match by pattern.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Gets the absolute path, for benchmarks whose samples refer to files beside this one; null where the file is not on disk.</summary>
    public string? Path { get; init; }

    /// <summary>Opens the file at its first byte; the caller disposes the stream.</summary>
    public Stream OpenRead() => open();
}
