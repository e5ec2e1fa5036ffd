namespace MedBench;

/// <summary>Identifies a dataset file by its content.</summary>
public sealed record DatasetFileHash
{
    /// <summary>Gets the split, or the name of the auxiliary data, for which the file was asked.</summary>
    public required string Split { get; init; }

    /// <summary>Gets the file's name as the user knows it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the file's length in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets the SHA-256 of the whole file, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Gets whether the user named the file for the split, so that it is read whatever its name.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Hashes a file from its first byte to its last.</summary>
    /// <param name="split">The split for which the file is read.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DatasetFileHash Compute(string split, DatasetFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = file.OpenRead();
        var digest = System.Security.Cryptography.SHA256.HashData(stream);
        return new DatasetFileHash { Split = split, Name = file.Name, Bytes = stream.Position, Sha256 = Convert.ToHexStringLower(digest), IsExplicit = file.IsExplicit };
    }
}
