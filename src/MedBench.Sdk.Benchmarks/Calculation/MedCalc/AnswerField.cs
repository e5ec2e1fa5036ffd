using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>Finds where a reply states its answer: the field of a JSON object, tags, a box, or plain words.</summary>
internal static partial class AnswerField
{
    private const int LongestBare = 100;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Returns the text of the answer without quotes and emphasis; null where the reply states none.</summary>
    public static string? Find(string reply)
    {
        var text = FinalReply.Of(reply);
        if (text is null)
        {
            return null;
        }

        var found = Last(Key(), text) is { } key ? ReadValue(text[(key.Index + key.Length)..])
            : Last(Tag(), text) is { } tag ? Before(text[(tag.Index + tag.Length)..], "</")
            : Last(Box(), text) is { } box ? Before(text[(box.Index + box.Length)..], "}")
            : Last(Words(), text) is { } words ? Before(text[(words.Index + words.Length)..], "\n")
            : text.Trim() is { Length: <= LongestBare } bare && !bare.Contains('\n', StringComparison.Ordinal) ? bare
            : null;
        return found?.Trim().Trim('"', '\'', '`', '*', '$', '“', '”').Trim();
    }

    /// <summary>Reads a JSON value that may be written carelessly: a string in either quotes, a list, a tuple, or whatever comes before the brace.</summary>
    private static string ReadValue(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        if (text[0] is '"' or '\'' or '“')
        {
            var close = text[0] == '“' ? '”' : text[0];
            for (var i = 1; i < text.Length; i++)
            {
                if (text[i] == close && text[i - 1] != '\\')
                {
                    return text[1..i].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.Ordinal);
                }
            }

            return Before(text[1..], "\n");
        }

        return text[0] is '[' or '(' && text.IndexOfAny([']', ')', '}']) is > 0 and var end && text[end] != '}' ? text[..(end + 1)] : Before(Before(text, "}"), "\n").TrimEnd(' ', ',', '\r');
    }

    private static string Before(string text, string end) => text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var index ? text[..index] : text;

    private static Match? Last(Regex regex, string text) => regex.Matches(text).LastOrDefault();

    [GeneratedRegex("""["'“”]answer["'“”]\s*:\s*""", Options)]
    private static partial Regex Key();

    [GeneratedRegex("""<answer>\s*""", Options)]
    private static partial Regex Tag();

    [GeneratedRegex("""\\boxed\{\s*(?:\\text\{)?""", Options)]
    private static partial Regex Box();

    [GeneratedRegex("""\banswer\b[*_"\s]*(?:is|:|=)[:*_\s]*""", Options)]
    private static partial Regex Words();
}
