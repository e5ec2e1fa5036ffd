namespace MedBench;

/// <summary>A file that was fetched and is kept in the cache.</summary>
public sealed record DownloadedFile
{
    /// <summary>Gets the path below the benchmark's folder, with slashes; for an archive, the folder into which it was unpacked.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where it was fetched from, in words: host, repository and path.</summary>
    public required string Origin { get; init; }

    /// <summary>Gets the revision: the card's, else the one that the server named; null where neither is known.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the length of what was fetched, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets the SHA-256 of what was fetched, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Gets whether the card's revision and hash fix the content. Otherwise the hash is that of the first fetch, and only later ones are held to it.</summary>
    public required bool IsPinned { get; init; }

    /// <summary>Gets when it was fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Gets whether the call that returned this fetched it; false for what was there already.</summary>
    public bool IsNew { get; init; }

    /// <summary>Gets the files by path below the benchmark's folder: the file itself, or all that an archive held.</summary>
    internal IReadOnlyList<CachedFile> Contents { get; init; } = [];
}
