using System.Globalization;
using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>Compares a payload with what was to be ordered, member by member; paths have slashes, list positions are numbers.</summary>
internal sealed class OrderRules(JsonElement payload)
{
    private string? fault;

    /// <summary>Gets the first path whose value is missing or wrong; null where all is as it should be.</summary>
    public string? Fault => fault;

    public OrderRules Is(string path, string text) => Holds(path, found => found.ValueKind == JsonValueKind.String && found.ValueEquals(text));

    public OrderRules Contains(string path, string text) => Holds(path, found => found.ValueKind == JsonValueKind.String && found.GetString()!.Contains(text, StringComparison.Ordinal));

    /// <summary>Demands equal JSON: no member more, no member less, numbers by value.</summary>
    public OrderRules Equals(string path, string json) => Holds(path, found => AgentAction.ReadJson(json) is { } wanted && JsonElement.DeepEquals(found, wanted));

    public OrderRules HasOne(string path) => Holds(path, found => found.ValueKind == JsonValueKind.Array && found.GetArrayLength() == 1);

    public OrderRules Quantity(string path, double value, string unit)
        => Equals(path, string.Create(CultureInfo.InvariantCulture, $$"""{"value":{{value}},"unit":"{{unit}}"}"""));

    public OrderRules Holds(string path, Func<JsonElement, bool> holds)
    {
        fault ??= Walk(path) is { } found && holds(found) ? null : path;
        return this;
    }

    private JsonElement? Walk(string path)
    {
        var element = payload;
        foreach (var step in path.Split('/'))
        {
            if (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                if (element.ValueKind != JsonValueKind.Array || index >= element.GetArrayLength())
                {
                    return null;
                }

                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return null;
            }
        }

        return element;
    }
}
