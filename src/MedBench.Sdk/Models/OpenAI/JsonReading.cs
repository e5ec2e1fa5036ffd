using System.Text.Json;

namespace MedBench;

/// <summary>Small steps of a forward-only JSON reader; what does not fit the protocol is a <see cref="ReplyFormatException"/>.</summary>
internal static class JsonReading
{
    /// <summary>Moves to the value of the property just read and checks that it is of a kind.</summary>
    public static void Expect(ref this Utf8JsonReader reader, JsonTokenType type, string name)
    {
        if (reader.TokenType != type)
        {
            throw new ReplyFormatException($"does not follow the protocol: '{name}' is {Name(reader.TokenType)}, not {Name(type)}");
        }
    }

    /// <summary>Reads the value of a property as text; null stays null.</summary>
    public static string? ReadText(ref this Utf8JsonReader reader, string name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        reader.Expect(JsonTokenType.String, name);
        return reader.GetString();
    }

    /// <summary>Reads the value of a property as text; anything else is passed over.</summary>
    public static string? ReadOptionalText(ref this Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    /// <summary>Reads the value of a property as a count; anything else is passed over, for unknown is not zero.</summary>
    public static long? ReadCount(ref this Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var count) && count >= 0)
        {
            return count;
        }

        reader.Skip();
        return null;
    }

    /// <summary>Passes over the value of a property.</summary>
    public static void SkipValue(ref this Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>Notes that a property was met, which may happen once: of two answers neither can be trusted.</summary>
    public static void Once(ref int seen, int bit, string name)
    {
        if ((seen & bit) != 0)
        {
            throw new ReplyFormatException($"does not follow the protocol: '{name}' appears twice");
        }

        seen |= bit;
    }

    private static string Name(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a truth value",
    };
}
