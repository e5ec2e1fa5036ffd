using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MedBench;

/// <summary>A file of the cache with the content that it must have.</summary>
/// <param name="Path">The path below the benchmark's folder, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256.</param>
internal sealed record CachedFile(string Path, long Bytes, string Sha256)
{
    private static readonly ConcurrentDictionary<(string Path, long Bytes, DateTime Written), string> Known = new();

    /// <summary>Describes a file that is there.</summary>
    public static async Task<CachedFile> DescribeAsync(string folder, string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder, path));
        return new CachedFile(path, file.Length, await HashAsync(file, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Returns whether the file has its content. It is read once a process, and again where its length or its time has changed.</summary>
    public async Task<bool> IsWholeAsync(string folder, CancellationToken cancellationToken)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder, Path));
        try
        {
            return file.Exists && file.Length == Bytes && await HashAsync(file, cancellationToken).ConfigureAwait(false) == Sha256;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // Another process puts a new one in its place.
        }
    }

    /// <summary>Computes the SHA-256 of a file as 64 lower-case hexadecimal digits.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<string> HashAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var key = (file.FullName, file.Length, file.LastWriteTimeUtc);
        return Known.TryGetValue(key, out var known) ? known : Known[key] = await HashAsync(file.FullName, cancellationToken).ConfigureAwait(false);
    }
}
