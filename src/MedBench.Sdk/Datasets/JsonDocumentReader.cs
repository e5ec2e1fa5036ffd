using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MedBench;

/// <summary>Reads a JSON array of objects, or one JSON object whose properties are the records, without holding more than one record.</summary>
/// <remarks>A keyed value that is not an object becomes a row with the single field <c>value</c>.</remarks>
internal static class JsonDocumentReader
{
    public static async IAsyncEnumerable<DatasetRow> ReadAsync(ReadContext context, bool sniff, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var buffer = new RecordBuffer(context);
        await buffer.StartAsync(cancellationToken).ConfigureAwait(false);
        var rows = sniff && await HoldsLinesAsync(context, buffer, cancellationToken).ConfigureAwait(false)
            ? JsonLinesReader.ReadAsync(context, buffer, cancellationToken)
            : ReadAsync(context, buffer, cancellationToken);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<DatasetRow> ReadAsync(ReadContext context, RecordBuffer buffer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scanner = new JsonDocumentScanner(context);
        var records = new JsonRecords(context);
        while (true)
        {
            JsonDocumentScanner.Element element;
            while (!scanner.TryRead(buffer.Pending, buffer.IsFinal, out element))
            {
                buffer.Consume(scanner.TakeConsumed());
                if (!await buffer.FillAsync(scanner.Line, cancellationToken).ConfigureAwait(false) && scanner.IsFinished)
                {
                    break;
                }
            }

            if (element.Length == 0)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            yield return element.IsRecord
                ? records.Read(buffer.Bytes, buffer.Start + element.Start, element.Length, element.Line, element.Key)
                : ReadScalar(context, buffer.Pending.Slice(element.Start, element.Length), element);
            buffer.Consume(scanner.TakeConsumed());
        }

        if (context.Current++ == 0)
        {
            throw context.Empty();
        }
    }

    private static ValueRow ReadScalar(ReadContext context, ReadOnlySpan<byte> value, in JsonDocumentScanner.Element element)
    {
        if (!System.Text.Unicode.Utf8.IsValid(value))
        {
            throw context.NotUtf8(element.Line, JsonRecords.IndexOfInvalid(value));
        }

        var fields = new FieldList(1);
        fields.TryAdd("value", element.Type == JsonTokenType.String ? ReadText(value) : null);
        return new ValueRow(context, element.Line, ++context.Current, element.Key, fields, isTyped: true);

        string ReadText(ReadOnlySpan<byte> text)
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            return reader.GetString()!;
        }
    }

    /// <summary>A .json file holds JSON lines where its first line is a whole object that more text follows, or where the only line is no map of objects.</summary>
    private static async ValueTask<bool> HoldsLinesAsync(ReadContext context, RecordBuffer buffer, CancellationToken cancellationToken)
    {
        int length;
        while ((length = buffer.Pending.IndexOf((byte)'\n')) < 0 && buffer.Pending.Length <= context.Limits.MaxRecordBytes)
        {
            if (!await buffer.FillAsync(1, cancellationToken).ConfigureAwait(false))
            {
                length = buffer.Pending.Length;
                break;
            }
        }

        return length > 0 && IsWholeObject(context, buffer.Pending, length);
    }

    private static bool IsWholeObject(ReadContext context, ReadOnlySpan<byte> pending, int length)
    {
        var table = new JsonFieldTable(context.Limits);
        try
        {
            if (table.Parse(pending[..length]) is not null)
            {
                return false;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }

        for (var i = 0; i < table.Count; i++)
        {
            if (table[i].Type != JsonTokenType.StartObject)
            {
                return true;
            }
        }

        return table.Count == 0 || pending[length..].IndexOfAnyExcept(" \t\r\n"u8) >= 0;
    }
}
