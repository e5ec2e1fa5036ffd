using System.Globalization;
using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>One value of a chart.</summary>
/// <param name="Time">When it was measured.</param>
/// <param name="TimeText">The time as it is written.</param>
/// <param name="Value">The value.</param>
/// <param name="ValueText">The value as it is written.</param>
internal sealed record Measurement(DateTimeOffset Time, string TimeText, double Value, string ValueText)
{
    /// <summary>Reads an observation; null where it has no time or no number.</summary>
    public static Measurement? Read(JsonElement observation)
        => observation.ValueKind == JsonValueKind.Object
            && observation.TryGetProperty("effectiveDateTime", out var time) && time.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(time.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && observation.TryGetProperty("valueQuantity", out var quantity) && quantity.ValueKind == JsonValueKind.Object
            && quantity.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number
                ? new Measurement(moment, time.GetString()!, value.GetDouble(), value.GetRawText())
                : null;

    /// <summary>Returns the latest; of several at one moment the first. Null where there is none.</summary>
    public static Measurement? Latest(IEnumerable<Measurement> measurements)
        => measurements.Aggregate(default(Measurement), (latest, one) => latest is null || one.Time > latest.Time ? one : latest);
}
