namespace MedBench;

/// <summary>One published file of a benchmark: where it is, at which revision, and what its bytes must be.</summary>
/// <remarks>What is not known for certain is left null, never guessed: a file without a revision or without a hash is fetched only when the user allows it, and the catalogue marks it.</remarks>
public sealed record DataDownload
{
    /// <summary>Gets where the file is kept.</summary>
    public required DataHost Host { get; init; }

    /// <summary>Gets the repository as <c>owner/name</c>; the whole https address for <see cref="DataHost.Web"/>.</summary>
    public required string Repository { get; init; }

    /// <summary>Gets the path within the repository; empty for an archive or an address.</summary>
    public string Path { get; init; } = "";

    /// <summary>Gets the commit; null where none is known, so that the file may change under its address.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the SHA-256 of the file as 64 lower-case hexadecimal digits; null where it is not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Gets whether the bytes are fixed: the hash is known, and the revision too where the host has revisions.</summary>
    public bool IsPinned => Sha256 is not null && (Revision is not null || Host == DataHost.Web);

    /// <summary>Gets the splits for which the file is needed; empty means all. <c>pool</c> is needed where worked examples are shown; any other name is data that every split needs.</summary>
    public IReadOnlyList<string> Splits { get; init; } = [];

    /// <summary>Gets the path below the benchmark's folder under which the file is kept, with slashes; its own file name unless given. An archive is unpacked into the folder of this name.</summary>
    public string FileName { get => field.Length > 0 ? field : (Path.Length > 0 ? Path : Repository).Split('/')[^1]; init; } = "";

    /// <summary>Creates the download of a file in a dataset repository of the Hugging Face Hub.</summary>
    /// <param name="repository">The dataset as <c>owner/name</c>.</param>
    /// <param name="path">The path in it.</param>
    /// <param name="revision">The commit; null where none is known.</param>
    public static DataDownload HuggingFace(string repository, string path, string? revision = null)
        => new() { Host = DataHost.HuggingFace, Repository = repository, Path = path, Revision = revision };

    /// <summary>Creates the download of a file in a GitHub repository.</summary>
    /// <param name="repository">The repository as <c>owner/name</c>.</param>
    /// <param name="path">The path in it.</param>
    /// <param name="revision">The commit; null where none is known.</param>
    public static DataDownload GitHub(string repository, string path, string? revision = null)
        => new() { Host = DataHost.GitHub, Repository = repository, Path = path, Revision = revision };
}
