using System.IO.Compression;

namespace MedBench;

/// <summary>Unpacks a zip or tar archive, gzipped or not, into a new folder: all of it, or nothing.</summary>
/// <remarks>
/// An archive is hostile until it is unpacked: names are checked for every operating system, links and devices are refused, no
/// file is written over, archives within archives stay packed, and the bytes that come out are counted.
/// </remarks>
internal static class DatasetArchive
{
    private static readonly string[] Endings = [".zip", ".tar", ".tar.gz", ".tgz"];

    private const string Remedy = "Do not use the archive; ask its publisher for a plain one";

    /// <summary>Unpacks an archive.</summary>
    /// <param name="path">The archive: <c>.zip</c>, <c>.tar</c>, <c>.tar.gz</c> or <c>.tgz</c>.</param>
    /// <param name="folder">The folder to make; it must not exist.</param>
    /// <param name="limits">What the archive may unfold to; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <returns>The files' paths below the folder, with slashes, in the archive's order.</returns>
    /// <exception cref="DatasetException">The archive is damaged, or an entry of it cannot be trusted; names the entry.</exception>
    /// <exception cref="IOException">The folder exists, or the disk refuses.</exception>
    public static async Task<IReadOnlyList<string>> ExtractAsync(string path, string folder, ArchiveLimits? limits = null, CancellationToken cancellationToken = default)
    {
        if (Path.Exists(folder))
        {
            throw new IOException($"'{folder}' exists. Name a new folder, for nothing is written over.");
        }

        var part = folder + ".part";
        Directory.CreateDirectory(part);
        try
        {
            var files = await ExtractIntoAsync(path, part, limits ?? new ArchiveLimits(), cancellationToken).ConfigureAwait(false);
            Directory.Move(part, folder);
            return files;
        }
        catch
        {
            Directory.Delete(part, recursive: true);
            throw;
        }
    }

    private static async Task<List<string>> ExtractIntoAsync(string path, string folder, ArchiveLimits limits, CancellationToken cancellationToken)
    {
        var archive = Path.GetFileName(path);
        var (places, files, count) = (new ArchivePaths(), new List<string>(), 0);
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        var writer = new BoundedWriter(stream.Length, limits);
        try
        {
            await foreach (var entry in ReadAsync(stream, archive, cancellationToken).ConfigureAwait(false))
            {
                var problem = ++count > limits.MaxEntries ? FormattableString.Invariant($"is one more than {limits.MaxEntries} entries") : entry.Problem;
                problem ??= places.Take(entry.Name, entry.Content is not null, out var place) ?? (entry.Content is null ? null : await WriteAsync(entry.Content, place, entry.Crc32).ConfigureAwait(false));
                if (problem is not null)
                {
                    throw new DatasetException($"the entry '{entry.Name}' {problem}", Remedy, file: archive);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or EndOfStreamException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new DatasetException("the archive is damaged, or of a kind that is not read", Remedy, file: archive, innerException: exception);
        }

        return files;

        async Task<string?> WriteAsync(Stream content, string place, uint? crc32)
        {
            files.Add(place);
            return await writer.WriteAsync(content, Path.Combine(folder, place), crc32, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the ending by which a name tells an archive of a known kind; null for any other file.</summary>
    public static string? EndingOf(string name) => Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static IAsyncEnumerable<ArchiveEntry> ReadAsync(Stream stream, string name, CancellationToken cancellationToken) => EndingOf(name) switch
    {
        ".zip" => ArchiveEntry.ReadZipAsync(stream, cancellationToken),
        ".tar" => ArchiveEntry.ReadTarAsync(stream, cancellationToken),
        ".tar.gz" or ".tgz" => ArchiveEntry.ReadTarAsync(new GZipStream(stream, CompressionMode.Decompress), cancellationToken),
        _ => throw new NotSupportedException("The name has no ending of a known kind of archive."),
    };
}
