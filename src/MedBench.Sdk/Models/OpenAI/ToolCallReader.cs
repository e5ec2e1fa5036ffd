using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Reads one tool call. Arguments that are not JSON are the model's mistake, not the endpoint's, and travel on as such.</summary>
internal static class ToolCallReader
{
    public static FunctionCallContent Read(ref Utf8JsonReader reader, int index)
    {
        string? id = null, name = null, arguments = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = reader.ReadOptionalText();
            }
            else if (reader.ValueTextEquals("function"u8))
            {
                ReadFunction(ref reader, ref name, ref arguments);
            }
            else
            {
                reader.SkipValue();
            }
        }

        return Create(id, name, arguments, index);
    }

    /// <summary>Puts a call together.</summary>
    /// <exception cref="ReplyFormatException">It names no function.</exception>
    public static FunctionCallContent Create(string? id, string? name, string? arguments, int index)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ReplyFormatException("does not follow the protocol: a tool call names no function");
        }

        return Create(string.IsNullOrEmpty(id) ? string.Create(CultureInfo.InvariantCulture, $"call_{index}") : id, name, arguments);
    }

    private static void ReadFunction(ref Utf8JsonReader reader, ref string? name, ref string? arguments)
    {
        reader.Read();
        reader.Expect(JsonTokenType.StartObject, "function");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = reader.ReadText("name");
            }
            else if (reader.ValueTextEquals("arguments"u8))
            {
                reader.Read();
                arguments = reader.TokenType == JsonTokenType.String ? reader.GetString() : JsonElement.ParseValue(ref reader).GetRawText();
            }
            else
            {
                reader.SkipValue();
            }
        }
    }

    private static FunctionCallContent Create(string id, string name, string? arguments)
    {
        if (string.IsNullOrWhiteSpace(arguments) || arguments == "null")
        {
            return new FunctionCallContent(id, name, new Dictionary<string, object?>(StringComparer.Ordinal));
        }

        try
        {
            using var document = JsonDocument.Parse(arguments);
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                values[property.Name] = property.Value.Clone();
            }

            return new FunctionCallContent(id, name, values);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return new FunctionCallContent(id, name) { Exception = error, RawRepresentation = arguments };
        }
    }
}
