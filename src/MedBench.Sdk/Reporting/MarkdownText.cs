using System.Buffers;
using System.Text;

namespace MedBench.Running;

/// <summary>Makes text from files and models inert: no cell, markup, link or attribute comes of it in any common dialect of Markdown.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`*_{}[]#+!|~^=$@:");

    /// <summary>Writes text for the middle of a line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                '\n' or '\r' or '\t' => escaped.Append(' '),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '.' when text.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase) => escaped.Append("\\."), // Some dialects make a link of it.
                var sign when Signs.Contains(sign) => escaped.Append('\\').Append(sign),
                var other when IsForbidden(other) => escaped.Append('\uFFFD'),
                var other => escaped.Append(other),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Finds control characters, and those that would show the text after them in another order than it has.</summary>
    private static bool IsForbidden(char character)
        => char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
