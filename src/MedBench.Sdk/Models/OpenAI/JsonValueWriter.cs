using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Writes the loosely typed values of tool arguments, tool results and extra options without reflection.</summary>
internal static class JsonValueWriter
{
    public static string ToText(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ChatRequestWriter.Json))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one value.</summary>
    /// <exception cref="NotSupportedException">The value's type has no JSON form that is known without reflection.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case JsonElement element: element.WriteTo(writer); break;
            case JsonNode node: node.WriteTo(writer); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case IEnumerable<KeyValuePair<string, object?>> properties: WriteObject(writer, properties); break;
            case IEnumerable<object?> items: WriteArray(writer, items); break;
            default: WriteKnownType(writer, value); break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable<object?> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteKnownType(Utf8JsonWriter writer, object value)
    {
        if (!AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out var type))
        {
            throw new NotSupportedException($"a value of type {value.GetType().Name} has no known JSON form; pass text, a number or a JsonElement");
        }

        JsonSerializer.Serialize(writer, value, type);
    }
}
