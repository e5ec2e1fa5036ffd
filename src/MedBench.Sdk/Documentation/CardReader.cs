using System.Text.Json;

namespace MedBench.Documentation;

/// <summary>Reads what a field of a card says, in whichever of the forms that published cards have.</summary>
internal static class CardReader
{
    public static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Of(value.GetString()!),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when value.TryGetProperty("risks", out var risks) => Texts(risks),
        JsonValueKind.Object when value.TryGetProperty("category", out var category) => Texts(category).Select(name => Risk(name, value)),
        _ => [],
    };

    private static string Risk(string category, JsonElement risk)
        => risk.TryGetProperty("subcategory", out var detail) && Texts(detail).ToList() is { Count: > 0 } details ? $"{category} ({string.Join(", ", details)})" : category;

    private static IEnumerable<string> Of(string text) => text.Trim() is "" or "N/A" or BenchmarkCardDocument.Unspecified ? [] : [text];
}
