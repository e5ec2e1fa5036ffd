namespace MedBench;

/// <summary>Reads answer options off lines: "A. x", "A) x", "(A) x", "[A] x", "A: x", and several of the bracketed forms on one line.</summary>
internal static class OptionLine
{
    /// <summary>Returns the option that a line holds; false where it holds none.</summary>
    internal static bool TryRead(string line, out ChoiceOption option)
    {
        option = null!;
        var text = line.AsSpan().TrimStart("*- ");
        if (!TryReadMarker(text, out var label, out var length))
        {
            return false;
        }

        var rest = text[length..].Trim("* ");
        option = new ChoiceOption(label, new string(rest));
        return !rest.IsEmpty;
    }

    /// <summary>Returns the options that stand side by side on a line, each as "(A) x" or "A) x"; none where there are fewer than two.</summary>
    internal static List<ChoiceOption> ReadInline(string line)
    {
        var marks = new List<(string Label, int Start, int End)>();
        for (var i = 0; i < line.Length; i++)
        {
            if ((i == 0 || line[i - 1] is ' ' or ':' or '\t') && TryReadMarker(line.AsSpan(i), out var label, out var length)
                && line[i + length - 1] is (')' or ']') && IsNext(marks.Count == 0 ? null : marks[^1].Label, label))
            {
                marks.Add((label, i, i + length));
                i += length - 1;
            }
        }

        return marks.Count < 2 ? [] : [.. marks.Select((mark, at) =>
            new ChoiceOption(mark.Label, line[mark.End..(at + 1 < marks.Count ? marks[at + 1].Start : line.Length)].Trim(' ', ',', ';')))];
    }

    /// <summary>Returns whether a label follows another in its row, or opens one.</summary>
    internal static bool IsNext(string? before, string label) => before is null
        ? label is "A" or "a" or "1" or "0"
        : label[0] == before[0] + 1;

    private static bool TryReadMarker(ReadOnlySpan<char> text, out string label, out int length)
    {
        label = "";
        var open = text.Length > 0 && text[0] is ('(' or '[') ? 1 : 0;
        length = open + 2;
        if (text.Length <= length || !char.IsAsciiLetterOrDigit(text[open]))
        {
            return false;
        }

        label = text[open].ToString();
        return (open == 1 ? text[2] is (')' or ']') : text[1] is ('.' or ')' or ':')) && text[length] is (' ' or '\t' or '*');
    }
}
