using System.Net;
using System.Text;
using System.Text.Json;

namespace MedBench.Chaos;

/// <summary>A key that no file or text may hold in any of six encodings.</summary>
internal static class CanaryKey
{
    public const string Value = "sk-canary/7f+Q=&Zx9<K>'81\"tR2mW~o5";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Value);

    public static IReadOnlyDictionary<string, string> Encodings { get; } = new Dictionary<string, string>
    {
        ["plain"] = Value,
        ["base64"] = Convert.ToBase64String(Bytes),
        ["url"] = Uri.EscapeDataString(Value),
        ["json"] = JsonEncodedText.Encode(Value).Value,
        ["hex"] = Convert.ToHexStringLower(Bytes),
        ["html"] = WebUtility.HtmlEncode(Value),
    };

    /// <summary>Gets all encodings in one text, and the key within longer Base64 as a Basic or Bearer header has it.</summary>
    public static string Echo { get; } = string.Join(" | ", Encodings.Values.Append(Bearer));

    private static string Bearer => Convert.ToBase64String(Encoding.UTF8.GetBytes("Bearer " + Value));

    /// <summary>Finds encodings of the key in a text, in any case.</summary>
    public static IEnumerable<string> FindIn(string text)
        => Encodings.Append(new("base64 of the header", Bearer[12..40])).Where(pair => text.Contains(pair.Value, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Key);
}
