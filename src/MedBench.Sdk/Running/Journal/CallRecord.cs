using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>One finished call as the journal keeps it: prompt, reply and what they cost.</summary>
internal sealed record CallRecord
{
    public required CallKey Key { get; init; }

    public required string Scope { get; init; }

    public required string Role { get; init; }

    public required string Model { get; init; }

    /// <summary>Gets the canonical JSON of the request.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Gets whether the reply came from an earlier run's.</summary>
    public bool IsCached { get; init; }

    /// <summary>Gets the reply of a chat call; null for other kinds.</summary>
    public ChatResponse? Response { get; init; }

    /// <summary>Gets the scores of a log-likelihood call; null for other kinds.</summary>
    public IReadOnlyList<LogLikelihood>? LogLikelihoods { get; init; }

    /// <summary>Gets the little-endian vector of an embedding call; null for other kinds.</summary>
    public byte[]? Vector { get; init; }

    /// <summary>Gets the tokens of an embedding call; null where the endpoint did not report them.</summary>
    public long? VectorTokens { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("k"u8, Key.ToString());
        json.WriteString("scope"u8, Scope);
        json.WriteString("role"u8, Role);
        json.WriteString("model"u8, Model);
        json.WriteNumber("ms"u8, Math.Round(Duration.TotalMilliseconds, 1));
        if (IsCached)
        {
            json.WriteBoolean("cached"u8, true);
        }

        WriteTokens(json, VectorTokens);
        json.WritePropertyName("request"u8);
        json.WriteRawValue(Request.Span, skipInputValidation: true);
        json.WritePropertyName("response"u8);
        if (Response is not null)
        {
            ResponseJson.Write(json, Response);
        }
        else if (Vector is not null)
        {
            json.WriteBase64StringValue(Vector);
        }
        else
        {
            LogLikelihoodJson.Write(json, LogLikelihoods!);
        }
    }

    /// <summary>Writes the tokens of an embedding call, whose response is the bare vector.</summary>
    public static void WriteTokens(Utf8JsonWriter json, long? tokens)
    {
        if (tokens is { } count)
        {
            json.WriteNumber("inputTokens"u8, count);
        }
    }
}
