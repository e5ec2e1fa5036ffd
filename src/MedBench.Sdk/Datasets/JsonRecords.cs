using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace MedBench;

/// <summary>Turns the bytes of a record into a row, or says what is wrong with them.</summary>
internal sealed class JsonRecords(ReadContext context)
{
    private readonly JsonFieldTable table = new(context.Limits);

    public DatasetRow Read(byte[] buffer, int start, int length, long line, string? key = null)
    {
        var record = buffer.AsSpan(start, length);
        if (length > context.Limits.MaxRecordBytes)
        {
            throw context.TooLong(line);
        }

        if (!Utf8.IsValid(record))
        {
            throw context.NotUtf8(line, IndexOfInvalid(record));
        }

        string? problem;
        try
        {
            problem = table.Parse(record);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Broken(context, exception, line);
        }

        return problem is null
            ? new JsonRow(context, line, ++context.Current, key, buffer, start, length, table)
            : throw context.Error(problem, "Correct the record", line);
    }

    public static DatasetException Broken(ReadContext context, Exception exception, long line)
    {
        var position = (exception as JsonException)?.BytePositionInLine + 1;
        var where = position is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (noticed at byte {position})");
        return context.Error($"the text is not valid JSON{where}; the file may be cut short", ReadContext.Redownload, line, cause: exception);
    }

    public static int IndexOfInvalid(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[index..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            index += consumed;
        }

        return index;
    }
}
