using System.Net;
using System.Text;
using System.Text.Json;

namespace MedBench;

/// <summary>The forms in which a key may come back from an endpoint or a log.</summary>
internal static class KeyForms
{
    /// <summary>Returns every form, the longest first, so that none is cut by the replacement of another.</summary>
    public static string[] Of(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        string[] base64 = [.. Enumerable.Range(0, 3).Select(offset => Base64Within(bytes, offset)), Convert.ToBase64String(bytes)];
        string[] plain =
        [
            key, JsonEncodedText.Encode(key).Value, Uri.EscapeDataString(key), WebUtility.HtmlEncode(key), Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes),
            .. base64, .. base64.Select(form => form.Replace('+', '-').Replace('/', '_')),
        ];

        // A body in JSON quotes each of them once more.
        return [.. plain.SelectMany(Quoted).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
    }

    private static IEnumerable<string> Quoted(string form)
    {
        var quoted = form.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return [form, JsonEncodedText.Encode(form).Value, quoted, quoted.Replace("/", "\\/", StringComparison.Ordinal)];
    }

    /// <summary>Returns the Base64 digits that depend on the key alone where other bytes, as of "Bearer ", stand before it.</summary>
    private static string Base64Within(byte[] key, int offset)
    {
        var digits = Convert.ToBase64String([.. new byte[offset], .. key]);
        var first = ((8 * offset) + 5) / 6;
        return digits[first..(8 * (offset + key.Length) / 6)];
    }
}
