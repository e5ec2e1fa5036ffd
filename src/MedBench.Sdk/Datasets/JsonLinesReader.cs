using System.Runtime.CompilerServices;

namespace MedBench;

/// <summary>Reads one JSON object a line.</summary>
internal static class JsonLinesReader
{
    public static async IAsyncEnumerable<DatasetRow> ReadAsync(ReadContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stream = context.Open();
        using var buffer = new RecordBuffer(context, stream);
        await buffer.StartAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var row in ReadAsync(context, buffer, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    public static async IAsyncEnumerable<DatasetRow> ReadAsync(ReadContext context, RecordBuffer buffer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
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
