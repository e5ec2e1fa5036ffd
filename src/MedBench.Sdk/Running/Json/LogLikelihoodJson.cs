using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Writes and reads log-likelihoods as the journal keeps them: sum and number of tokens, then the endpoint's own counts where it reported one.</summary>
internal static class LogLikelihoodJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<LogLikelihood> scores)
    {
        json.WriteStartArray();
        foreach (var score in scores)
        {
            json.WriteStartArray();
            json.WriteNumberValue(score.Sum);
            json.WriteNumberValue(score.TokenCount);
            if (score.InputTokens is not null || score.OutputTokens is not null)
            {
                WriteCount(json, score.InputTokens);
                WriteCount(json, score.OutputTokens);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static IReadOnlyList<LogLikelihood> Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return Read(document.RootElement);
    }

    public static IReadOnlyList<LogLikelihood> Read(JsonElement scores)
        => [.. scores.EnumerateArray().Select(score => new LogLikelihood(score[0].GetDouble(), score[1].GetInt32()) { InputTokens = ReadCount(score, 2), OutputTokens = ReadCount(score, 3) })];

    /// <summary>Adds up what a call took; a count that one continuation lacks is unknown.</summary>
    public static UsageDetails UsageOf(IReadOnlyList<LogLikelihood> scores) => new()
    {
        InputTokenCount = scores.Aggregate((long?)0, (sum, score) => sum + score.InputTokens),
        OutputTokenCount = scores.Aggregate((long?)0, (sum, score) => sum + score.OutputTokens),
    };

    private static void WriteCount(Utf8JsonWriter json, long? value)
    {
        if (value is { } count)
        {
            json.WriteNumberValue(count);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static long? ReadCount(JsonElement score, int index) => index < score.GetArrayLength() && score[index].ValueKind == JsonValueKind.Number ? score[index].GetInt64() : null;
}
