using System.Buffers;
using System.IO.Hashing;

namespace MedBench;

/// <summary>Writes the files of an archive and counts every byte as it comes out, whatever the archive claims.</summary>
/// <param name="archiveBytes">Length of the archive itself.</param>
/// <param name="limits">What it may unfold to.</param>
internal sealed class BoundedWriter(long archiveBytes, ArchiveLimits limits)
{
    private const int BufferBytes = 80 << 10;

    private readonly long maxByRatio = (1L << 20) + (archiveBytes * limits.MaxRatio);
    private long total;

    /// <summary>Writes a new file.</summary>
    /// <param name="content">The file's bytes as they come out.</param>
    /// <param name="path">Where they go.</param>
    /// <param name="crc32">The checksum they must have, for an archive may claim fewer bytes than it holds; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null, or what is wrong with the file.</returns>
    public async Task<string?> WriteAsync(Stream content, string path, uint? crc32, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var checksum = new Crc32();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (var written = 0L; ;)
            {
                var count = await content.ReadAsync(buffer.AsMemory(0, BufferBytes), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return crc32 is { } expected && checksum.GetCurrentHashAsUInt32() != expected ? "is not what its checksum says" : null;
                }

                (written, total) = (written + count, total + count);
                if (Exceeded(written) is { } limit)
                {
                    return limit;
                }

                checksum.Append(buffer.AsSpan(0, count));
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string? Exceeded(long written)
        => written > limits.MaxEntryBytes ? FormattableString.Invariant($"is larger than {limits.MaxEntryBytes} bytes")
            : total > limits.MaxTotalBytes ? FormattableString.Invariant($"brings the files to more than {limits.MaxTotalBytes} bytes")
            : total > maxByRatio ? FormattableString.Invariant($"brings the files to more than {limits.MaxRatio} times the archive")
            : null;
}
