using System.Text.Json;

namespace MedBench.Running;

/// <summary>Where the parts of a call stand in its journal line.</summary>
internal readonly record struct JournalCall
{
    public CallKey Key { get; private init; }

    public string Scope { get; private init; }

    public string Role { get; private init; }

    public string Model { get; private init; }

    /// <summary>Gets the tokens of an embedding call; null where they are unknown, and for other kinds, whose response has them.</summary>
    public long? VectorTokens { get; private init; }

    /// <summary>Gets where the canonical request stands within the line.</summary>
    public JournalEntry Request { get; private init; }

    /// <summary>Gets where the reply stands within the line: an object of a chat, an array of scores, a string of an embedding.</summary>
    public JournalEntry Response { get; private init; }

    public static bool TryRead(ReadOnlySpan<byte> line, out JournalCall call)
    {
        call = default;
        if (!IsOf(line, "call"u8, out var reader))
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            var start = reader.TokenStartIndex;
            call = name switch
            {
                [(byte)'k'] => call with { Key = CallKey.Parse(reader.GetString()!) },
                _ when name.SequenceEqual("scope"u8) => call with { Scope = reader.GetString()! },
                _ when name.SequenceEqual("role"u8) => call with { Role = reader.GetString()! },
                _ when name.SequenceEqual("model"u8) => call with { Model = reader.GetString()! },
                _ when name.SequenceEqual("inputTokens"u8) => call with { VectorTokens = reader.GetInt64() },
                _ => call,
            };
            var (isRequest, isResponse) = (name.SequenceEqual("request"u8), name.SequenceEqual("response"u8));
            reader.Skip();
            var value = new JournalEntry(start, (int)(reader.BytesConsumed - start));
            call = isRequest ? call with { Request = value } : isResponse ? call with { Response = value } : call;
        }

        return true;
    }

    private static bool IsOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> kind, out Utf8JsonReader reader)
    {
        reader = new Utf8JsonReader(line);
        reader.Read();
        reader.Read();
        reader.Read();
        return reader.ValueTextEquals(kind);
    }
}
