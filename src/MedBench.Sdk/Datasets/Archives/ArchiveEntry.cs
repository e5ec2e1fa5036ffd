using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace MedBench;

/// <summary>An entry of an archive as it is met.</summary>
/// <param name="Name">The name as the archive spells it.</param>
/// <param name="Content">The file's bytes, valid until the next entry; null for a folder.</param>
/// <param name="Crc32">The checksum of the content; null where the archive has none.</param>
/// <param name="Problem">Why the entry is refused whatever its name is; null where it is not.</param>
internal readonly record struct ArchiveEntry(string Name, Stream? Content, uint? Crc32 = null, string? Problem = null)
{
    private const string NotAFile = "is a link or a device";

    private const int FileTypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    public static async IAsyncEnumerable<ArchiveEntry> ReadZipAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            // The upper half holds the Unix mode where one was written.
            var type = (entry.ExternalAttributes >> 16) & FileTypeMask;
            if (entry.IsEncrypted || type is not (0 or RegularFile or Folder))
            {
                yield return new ArchiveEntry(entry.FullName, null, Problem: entry.IsEncrypted ? "is encrypted" : NotAFile);
            }
            else if (entry.FullName.EndsWith('/'))
            {
                yield return new ArchiveEntry(entry.FullName, null);
            }
            else
            {
                await using var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
                yield return new ArchiveEntry(entry.FullName, content, entry.Crc32);
            }
        }
    }

    public static async IAsyncEnumerable<ArchiveEntry> ReadTarAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = new TarReader(stream, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            yield return entry.EntryType switch
            {
                TarEntryType.GlobalExtendedAttributes => new ArchiveEntry(".", null),
                TarEntryType.Directory or TarEntryType.DirectoryList => new ArchiveEntry(entry.Name, null),
                TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile => new ArchiveEntry(entry.Name, entry.DataStream ?? Stream.Null),
                _ => new ArchiveEntry(entry.Name, null, Problem: NotAFile),
            };
        }
    }
}
