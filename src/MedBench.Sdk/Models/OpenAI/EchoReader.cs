using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Sums the log-probabilities of a continuation's tokens in an echoed completion.</summary>
/// <remarks>
/// Servers count text offsets in Unicode code points, not in UTF-16 units. Where the prompt is empty and whole texts are scored, the first
/// token has no probability and is left out.
/// </remarks>
internal sealed class EchoReader(string prompt, string continuation, ModelFailures failures)
{
    private readonly int start = CodePoints(prompt);
    private readonly int end = CodePoints(prompt) + CodePoints(continuation);

    public LogLikelihood Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var document = JsonDocument.ParseValue(ref reader);
        reader.Read();
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
        {
            throw failures.FromError(200, body);
        }

        var choices = Property(root, "choices", JsonValueKind.Array);
        if (choices.GetArrayLength() == 0)
        {
            throw new ReplyFormatException("does not follow the protocol: 'choices' is empty");
        }

        var text = Property(choices[0], "text", JsonValueKind.String).GetString()!;
        if (!text.StartsWith(prompt, StringComparison.Ordinal) || !text.AsSpan(prompt.Length).StartsWith(continuation, StringComparison.Ordinal)
            || !choices[0].TryGetProperty("logprobs", out var logprobs) || logprobs.ValueKind != JsonValueKind.Object)
        {
            throw failures.NoEcho();
        }

        var usage = ReadUsage(root);
        return Sum(Property(logprobs, "token_logprobs", JsonValueKind.Array), Property(logprobs, "text_offset", JsonValueKind.Array)) with { InputTokens = usage?.InputTokenCount, OutputTokens = usage?.OutputTokenCount };
    }

    private LogLikelihood Sum(JsonElement logprobs, JsonElement offsets)
    {
        var length = logprobs.GetArrayLength();
        if (offsets.GetArrayLength() != length)
        {
            throw new ReplyFormatException("does not follow the protocol: 'token_logprobs' and 'text_offset' differ in length");
        }

        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < length; i++)
        {
            var from = offsets[i].GetInt32();
            var to = i + 1 < length ? offsets[i + 1].GetInt32() : end;
            var isFirst = i == 0 && start == 0 && logprobs[i].ValueKind == JsonValueKind.Null;
            if (!isFirst && from < end && (from >= start || to > start))
            {
                sum += logprobs[i].GetDouble();
                count++;
            }
        }

        return count > 0 && double.IsFinite(sum) ? new LogLikelihood(Math.Min(sum, 0), count)
            : throw new ReplyFormatException("does not follow the protocol: no finite log-probability covers the continuation");
    }

    private static UsageDetails? ReadUsage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out var usage))
        {
            return null;
        }

        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(usage));
        return UsageReader.Read(ref reader);
    }

    private static JsonElement Property(JsonElement element, string name, JsonValueKind kind)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind ? value
            : throw new ReplyFormatException($"does not follow the protocol: '{name}' is missing or not of its type");

    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
