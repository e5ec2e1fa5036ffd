using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>Writes JSON as Python prints the value that it was read into: what published code sends where it formats a dictionary.</summary>
internal static class PythonValue
{
    public static string Write(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Write(value.EnumerateObject().Select(property => (property.Name, property.Value))),
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Write))}]",
        JsonValueKind.String => PythonLiteral.Write(value.GetString()!),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Number => value.GetRawText(),
        _ => "None",
    };

    public static string Write(IEnumerable<(string Name, JsonElement Value)> properties)
        => $"{{{string.Join(", ", properties.Select(property => $"{PythonLiteral.Write(property.Name)}: {Write(property.Value)}"))}}}";
}
