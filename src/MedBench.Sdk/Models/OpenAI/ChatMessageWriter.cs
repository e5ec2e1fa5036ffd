using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Writes one message of the conversation as the protocol shapes it.</summary>
internal static class ChatMessageWriter
{
    public static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        writer.WriteString("content"u8, text);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ChatMessage message)
    {
        if (message.Role == ChatRole.Tool)
        {
            WriteResults(writer, message);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role"u8, message.Role.Value);
        var calls = message.Contents.Any(content => content is FunctionCallContent);
        if (message.Contents.Any(IsPart))
        {
            WriteParts(writer, message);
        }
        else
        {
            WriteContent(writer, message, calls);
        }

        if (calls)
        {
            WriteCalls(writer, message);
        }

        writer.WriteEndObject();
    }

    private static bool IsPart(AIContent content) => content is not (TextContent or TextReasoningContent or FunctionCallContent or ErrorContent or UsageContent);

    private static string? TextOf(AIContent content) => content switch
    {
        TextContent text => text.Text,
        ErrorContent refusal => refusal.Message,
        _ => null,
    };

    private static void WriteContent(Utf8JsonWriter writer, ChatMessage message, bool calls)
    {
        var text = message.Contents.Count == 1 ? TextOf(message.Contents[0]) ?? "" : string.Concat(message.Contents.Select(TextOf));
        if (text.Length == 0 && calls)
        {
            writer.WriteNull("content"u8);
        }
        else
        {
            writer.WriteString("content"u8, text);
        }
    }

    private static void WriteParts(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartArray("content"u8);
        foreach (var content in message.Contents)
        {
            if (TextOf(content) is { } text)
            {
                writer.WriteStartObject();
                writer.WriteString("type"u8, "text"u8);
                writer.WriteString("text"u8, text);
                writer.WriteEndObject();
            }
            else if (IsPart(content))
            {
                WriteImage(writer, content);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter writer, AIContent content)
    {
        var address = content switch
        {
            DataContent data when data.HasTopLevelMediaType("image") => data.Uri,
            UriContent link when link.HasTopLevelMediaType("image") => link.Uri.AbsoluteUri,
            DataContent data => throw Unsupported(data.MediaType),
            UriContent link => throw Unsupported(link.MediaType),
            _ => throw Unsupported(content.GetType().Name),
        };
        writer.WriteStartObject();
        writer.WriteString("type"u8, "image_url"u8);
        writer.WriteStartObject("image_url"u8);
        writer.WriteString("url"u8, address);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static NotSupportedException Unsupported(string what)
        => new($"a message holds content of type {what}; this client sends text, images, tool calls and tool results");

    private static void WriteCalls(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in message.Contents.OfType<FunctionCallContent>())
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, call.CallId);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, call.Name);
            writer.WriteString("arguments"u8, call is { Arguments: null, RawRepresentation: string raw } ? raw : JsonValueWriter.ToText(call.Arguments ?? new Dictionary<string, object?>()));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter writer, ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            var result = content as FunctionResultContent ?? throw Unsupported($"{content.GetType().Name} in a tool message");
            writer.WriteStartObject();
            writer.WriteString("role"u8, "tool"u8);
            writer.WriteString("tool_call_id"u8, result.CallId);
            writer.WriteString("content"u8, result.Result as string ?? JsonValueWriter.ToText(result.Result));
            writer.WriteEndObject();
        }
    }
}
