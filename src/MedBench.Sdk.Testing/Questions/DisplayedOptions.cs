using System.Buffers;

namespace MedBench.Testing;

/// <summary>Reads which letter a prompt shows before each option, in whatever order it shows them.</summary>
internal static class DisplayedOptions
{
    private const string Openers = "([*\"'";

    private static readonly SearchValues<char> Closers = SearchValues.Create(")]*.:\"'-");

    /// <summary>Returns the displayed letter or number by published label, in the order of display; null unless every option is displayed.</summary>
    /// <param name="text">Collapsed text that follows the question.</param>
    /// <param name="options">The options as published.</param>
    public static IReadOnlyDictionary<string, string>? Read(ReadOnlySpan<char> text, IReadOnlyList<ChoiceOption> options)
    {
        var pending = options.Select(option => (option.Label, Text: PromptText.Collapse(option.Text))).ToList();
        var found = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length && pending.Count > 0; i++)
        {
            if ((i > 0 && !char.IsWhiteSpace(text[i - 1])) || !TryReadMarker(text[i..], out var marker, out var first, out var last))
            {
                continue;
            }

            // An option may itself begin with a bracket or a sign, so every end of the marker is tried.
            for (var start = first; start <= last; start++)
            {
                var option = LongestMatch(text[(i + start)..], pending);
                if (option >= 0)
                {
                    found.Add(pending[option].Label, marker);
                    i += start + pending[option].Text.Length - 1;
                    pending.RemoveAt(option);
                    break;
                }
            }
        }

        return pending.Count == 0 ? found : null;
    }

    private static bool TryReadMarker(ReadOnlySpan<char> text, out string marker, out int first, out int last)
    {
        (marker, first, last) = ("", 0, 0);
        var start = 0;
        while (start < text.Length && Openers.Contains(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && end - start < 2 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == start && end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        var close = end;
        while (close < text.Length && (text[close] == ' ' || Closers.Contains(text[close])))
        {
            close++;
        }

        var sign = text[end..close].IndexOfAny(Closers);
        (marker, first, last) = (text[start..end].ToString(), end + sign + 1, close);
        return end > start && sign >= 0;
    }

    private static int LongestMatch(ReadOnlySpan<char> text, List<(string Label, string Text)> options)
    {
        var best = -1;
        for (var i = 0; i < options.Count; i++)
        {
            var option = options[i].Text;
            var fits = option.Length > 0 && text.StartsWith(option, StringComparison.Ordinal)
                && (text.Length == option.Length || !char.IsLetterOrDigit(text[option.Length]) || !char.IsLetterOrDigit(option[^1]));
            if (fits && (best < 0 || option.Length > options[best].Text.Length))
            {
                best = i;
            }
        }

        return best;
    }
}
