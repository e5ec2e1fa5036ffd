namespace MedBench;

/// <summary>The files of a benchmark in the cache.</summary>
public sealed record DownloadedData
{
    /// <summary>Gets the benchmark's id.</summary>
    public required string Benchmark { get; init; }

    /// <summary>Gets the folder that holds the files and nothing else; a benchmark reads it like a user's own.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the files, those of this call alone where it asked for a split.</summary>
    public required IReadOnlyList<DownloadedFile> Files { get; init; }

    /// <summary>Gets the length of all that was fetched, in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Bytes);

    /// <summary>Gets whether every file is fixed by the card's revision and hash.</summary>
    public bool IsPinned => Files.All(file => file.IsPinned);

    /// <summary>Gets a source of these files, and of no other file that may lie beside them.</summary>
    public IDatasetSource Source => new CachedDatasetSource(Folder, [.. Files.SelectMany(file => file.Contents).Select(file => file.Path)]);
}
