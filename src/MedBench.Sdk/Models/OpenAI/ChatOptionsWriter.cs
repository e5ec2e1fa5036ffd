using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Writes the options that have structure: reply format and tools.</summary>
internal static class ChatOptionsWriter
{
    /// <summary>The customary key by which callers ask for a schema to be followed strictly.</summary>
    public const string StrictKey = "strict";

    public static string Name(ReasoningEffort effort) => effort switch
    {
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.High => "high",
        _ => "xhigh",
    };

    public static void WriteFormat(Utf8JsonWriter writer, ChatOptions chat)
    {
        if (chat.ResponseFormat is not ChatResponseFormatJson format)
        {
            return;
        }

        writer.WriteStartObject("response_format"u8);
        if (format.Schema is { } schema)
        {
            writer.WriteString("type"u8, "json_schema"u8);
            writer.WriteStartObject("json_schema"u8);
            writer.WriteString("name"u8, format.SchemaName ?? "reply");
            WriteIfAny(writer, "description"u8, format.SchemaDescription);
            writer.WritePropertyName("schema"u8);
            schema.WriteTo(writer);
            WriteStrict(writer, chat);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteString("type"u8, "json_object"u8);
        }

        writer.WriteEndObject();
    }

    public static void WriteTools(Utf8JsonWriter writer, ChatOptions chat)
    {
        if (chat.Tools is not { Count: > 0 } tools)
        {
            return;
        }

        writer.WriteStartArray("tools"u8);
        foreach (var tool in tools)
        {
            WriteTool(writer, tool as AIFunctionDeclaration
                ?? throw new NotSupportedException($"tool '{tool.Name}' is a {tool.GetType().Name}; this protocol takes function declarations only"));
        }

        writer.WriteEndArray();
        WriteChoice(writer, chat.ToolMode);
        if (chat.AllowMultipleToolCalls is { } several)
        {
            writer.WriteBoolean("parallel_tool_calls"u8, several);
        }
    }

    private static void WriteTool(Utf8JsonWriter writer, AIFunctionDeclaration tool)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteString("name"u8, tool.Name);
        WriteIfAny(writer, "description"u8, tool.Description);
        writer.WritePropertyName("parameters"u8);
        tool.JsonSchema.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter writer, ChatToolMode? mode)
    {
        if (mode is RequiredChatToolMode { RequiredFunctionName: { } name })
        {
            writer.WriteStartObject("tool_choice"u8);
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        else if (mode is not null)
        {
            writer.WriteString("tool_choice"u8, mode is RequiredChatToolMode ? "required"u8 : mode is NoneChatToolMode ? "none"u8 : "auto"u8);
        }
    }

    private static void WriteStrict(Utf8JsonWriter writer, ChatOptions chat)
    {
        if (chat.AdditionalProperties is { } properties && properties.TryGetValue(StrictKey, out bool strict))
        {
            writer.WriteBoolean("strict"u8, strict);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }
}
