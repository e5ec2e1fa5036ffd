using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>Writes JSON as Python's <c>json.dumps</c> does by default: a blank after commas and colons, all but ASCII escaped.</summary>
internal static class PythonJson
{
    public static string Write(JsonElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var separator = "{";
                foreach (var member in element.EnumerateObject())
                {
                    Quote(text.Append(separator), member.Name);
                    Append(text.Append(": "), member.Value);
                    separator = ", ";
                }

                text.Append(separator == "{" ? "{}" : "}");
                break;
            case JsonValueKind.Array:
                var comma = "[";
                foreach (var item in element.EnumerateArray())
                {
                    Append(text.Append(comma), item);
                    comma = ", ";
                }

                text.Append(comma == "[" ? "[]" : "]");
                break;
            case JsonValueKind.String:
                Quote(text, element.GetString()!);
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' or > '~' => c == '\x7f' ? text.Append(c) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
