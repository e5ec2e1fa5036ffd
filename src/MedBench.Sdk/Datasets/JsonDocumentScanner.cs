using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace MedBench;

/// <summary>Finds the elements of one JSON document piece by piece: a resumable step from element to element.</summary>
internal sealed class JsonDocumentScanner(ReadContext context)
{
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = context.Limits.MaxDepth });
    private int consumed;
    private Dictionary<UInt128, long>? keys;

    /// <summary>Line at which the next element is looked for, from 1.</summary>
    public long Line { get; private set; } = 1;

    public bool IsFinished { get; private set; }

    /// <summary>Returns how many bytes are done with, once.</summary>
    public int TakeConsumed()
    {
        var count = consumed;
        consumed = 0;
        return count;
    }

    /// <summary>Looks for the next element; false where more bytes are needed or the document is over.</summary>
    public bool TryRead(ReadOnlySpan<byte> data, bool isFinal, out Element element)
    {
        element = default;
        try
        {
            return TryReadCore(data, isFinal, out element);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw JsonRecords.Broken(context, exception, (exception as JsonException)?.LineNumber + 1 ?? Line);
        }
    }

    private bool TryReadCore(ReadOnlySpan<byte> data, bool isFinal, out Element element)
    {
        var reader = new Utf8JsonReader(data, isFinal, state);
        string? key = null;
        element = default;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                IsFinished = true;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                key = reader.GetString();
                continue;
            }
            else if (reader.CurrentDepth > 0)
            {
                return TryTake(ref reader, data, key, out element);
            }
            else if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            {
                throw context.Error("the document is neither an array nor an object", ReadContext.Redownload, Line);
            }

            Commit(ref reader, data);
        }

        return false;
    }

    private bool TryTake(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, string? key, out Element element)
    {
        var (start, type) = ((int)reader.TokenStartIndex, reader.TokenType);
        element = default;
        if (!reader.TrySkip())
        {
            return false;
        }

        var line = Line + data[consumed..start].Count((byte)'\n');
        if (key is null && type != JsonTokenType.StartObject)
        {
            throw context.Error("an element of the array is not an object", "Correct the record", line);
        }

        if (key is not null && XxHash128.HashToUInt128(MemoryMarshal.AsBytes<char>(key)) is var hash && !(keys ??= []).TryAdd(hash, line))
        {
            throw context.Error($"the key '{key}' is that of line {keys[hash]} too", "Remove one of the records", line);
        }

        element = new Element(start, (int)reader.BytesConsumed - start, type, key, line);
        Commit(ref reader, data);
        return true;
    }

    private void Commit(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        var end = (int)reader.BytesConsumed;
        Line += data[consumed..end].Count((byte)'\n');
        consumed = end;
        state = reader.CurrentState;
    }

    internal readonly record struct Element(int Start, int Length, JsonTokenType Type, string? Key, long Line)
    {
        public bool IsRecord => Type == JsonTokenType.StartObject;
    }
}
