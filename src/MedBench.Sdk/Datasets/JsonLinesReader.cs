using System.Runtime.CompilerServices;

namespace MedBench;

/// <summary>Reads one JSON object a line.</summary>
internal static class JsonLinesReader
{
    /// <summary>Streams the records of a file.</summary>
    /// <param name="context">The file.</param>
    /// <param name="started">A buffer at the file's beginning, which stays the caller's; null to open the file here.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static async IAsyncEnumerable<DatasetRow> ReadAsync(ReadContext context, RecordBuffer? started, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var own = started is null ? new RecordBuffer(context) : null;
        var buffer = started ?? own!;
        if (own is not null)
        {
            await own.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        var records = new JsonRecords(context);
        for (var line = 1L; ; line++)
        {
            int length;
            var searched = 0;
            while ((length = buffer.Pending[searched..].IndexOf((byte)'\n')) < 0)
            {
                searched = buffer.Pending.Length;
                if (!await buffer.FillAsync(line, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }
            }

            length = length < 0 ? buffer.Pending.Length : searched + length;
            if (!IsBlank(buffer.Pending[..length]))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return records.Read(buffer.Bytes, buffer.Start, length, line);
            }

            if (length == buffer.Pending.Length)
            {
                break;
            }

            buffer.Consume(length + 1);
        }

        if (context.Current++ == 0)
        {
            throw context.Empty();
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
