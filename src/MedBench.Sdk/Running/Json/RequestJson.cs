using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Writes a request in its canonical form: the same request always gives the same bytes, and every part that can change a reply is in them.</summary>
internal static class RequestJson
{
    public static void Write(Utf8JsonWriter json, ModelRequest request)
    {
        json.WriteStartObject();
        json.WriteString("purpose"u8, request.Purpose);
        json.WriteStartArray("messages"u8);
        foreach (var message in request.Messages)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, message.Role.Value);
            json.WritePropertyName("contents"u8);
            ContentJson.Write(json, message.Contents);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (request.Options is { } options)
        {
            json.WritePropertyName("options"u8);
            WriteOptions(json, options);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LogLikelihoodRequest request)
    {
        json.WriteStartObject();
        json.WriteString("prompt"u8, request.Prompt);
        json.WriteStartArray("continuations"u8);
        foreach (var continuation in request.Continuations)
        {
            json.WriteStringValue(continuation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, ChatOptions options)
    {
        json.WriteStartObject();
        WriteNumber(json, "temperature"u8, options.Temperature);
        WriteNumber(json, "topP"u8, options.TopP);
        WriteNumber(json, "topK"u8, options.TopK);
        WriteNumber(json, "maxOutputTokens"u8, options.MaxOutputTokens);
        WriteNumber(json, "frequencyPenalty"u8, options.FrequencyPenalty);
        WriteNumber(json, "presencePenalty"u8, options.PresencePenalty);
        if (options.Seed is { } seed)
        {
            json.WriteNumber("seed"u8, seed);
        }

        WriteText(json, "instructions"u8, options.Instructions);
        WriteText(json, "model"u8, options.ModelId);
        WriteText(json, "reasoning"u8, options.Reasoning?.Effort?.ToString());
        WriteText(json, "toolMode"u8, options.ToolMode switch
        {
            RequiredChatToolMode required => "required:" + required.RequiredFunctionName,
            NoneChatToolMode => "none",
            AutoChatToolMode => "auto",
            _ => null,
        });
        if (options.ResponseFormat is ChatResponseFormatJson format)
        {
            WriteText(json, "responseFormat"u8, "json:" + format.SchemaName + ":" + format.Schema?.GetRawText());
        }

        WriteList(json, "stop"u8, options.StopSequences);
        WriteList(json, "tools"u8, options.Tools?.Select(tool => tool is AIFunctionDeclaration function ? $"{tool.Name}:{function.Description}:{function.JsonSchema.GetRawText()}" : tool.Name));
        WriteList(json, "additional"u8, options.AdditionalProperties?.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteList(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
