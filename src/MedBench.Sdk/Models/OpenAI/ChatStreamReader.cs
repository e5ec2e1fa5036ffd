using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Reads a streamed chat reply once it has arrived: a part of a reply is never an answer.</summary>
/// <param name="failures">Words what goes wrong.</param>
/// <param name="whole">Reads a reply that came in one piece, from endpoints that do not stream.</param>
internal sealed class ChatStreamReader(ModelFailures failures, ReplyReader<ChatResponse> whole)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a whole stream.</summary>
    /// <exception cref="ModelException">The endpoint reports an error, or there is no content.</exception>
    /// <exception cref="ReplyFormatException">The stream breaks the protocol or off.</exception>
    /// <exception cref="JsonException">An event is not JSON.</exception>
    public ChatResponse Read(ReadOnlySpan<byte> body)
    {
        if (body.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return whole(body);
        }

        var response = new ChatResponse();
        var choice = new StreamedChoice();
        var events = new ServerSentEvents(body);
        var done = false;
        while (events.Read())
        {
            if (done)
            {
                throw new ReplyFormatException("does not follow the protocol: its stream goes on after its end");
            }

            done = events.Data.SequenceEqual("[DONE]"u8);
            if (!done)
            {
                ReadChunk(events.Data, response, choice);
            }
        }

        if (!done && !choice.HasEnded)
        {
            throw new ReplyFormatException("breaks off: its stream has neither a finish reason nor [DONE]");
        }

        return choice.ToReply().Complete(response, failures);
    }

    private void ReadChunk(ReadOnlySpan<byte> data, ChatResponse response, StreamedChoice choice)
    {
        using var document = JsonDocument.Parse(data.ToArray(), Strict);
        var chunk = document.RootElement;
        if (chunk.ValueKind != JsonValueKind.Object)
        {
            throw new ReplyFormatException("does not follow the protocol: an event of its stream is no object");
        }

        if (chunk.TryGetProperty("error"u8, out var error) && error.ValueKind != JsonValueKind.Null)
        {
            throw failures.FromError(200, data);
        }

        response.ResponseId ??= Text(chunk, "id");
        response.ModelId ??= Text(chunk, "model");
        if (Text(chunk, "system_fingerprint") is { } fingerprint)
        {
            (response.AdditionalProperties ??= [])["system_fingerprint"] = fingerprint;
        }

        if (chunk.TryGetProperty("usage"u8, out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            response.Usage = ReadUsage(usage);
        }

        if (chunk.TryGetProperty("choices"u8, out var choices) && choices.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in choices.EnumerateArray())
            {
                choice.Add(part);
            }
        }
    }

    private static UsageDetails? ReadUsage(JsonElement usage)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(usage));
        return UsageReader.Read(ref reader);
    }

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
