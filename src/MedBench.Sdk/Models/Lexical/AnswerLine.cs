namespace MedBench;

/// <summary>Reads the label off a line that states an answer: "Answer: (B)", "ANSWER: B", "The answer is [B].", "**Answer:** B".</summary>
internal static class AnswerLine
{
    private static readonly string[] Cues = ["answer is", "answer:", "answer"];

    /// <summary>Returns whether a line speaks of the answer, with the label where it gives one.</summary>
    internal static bool TryRead(string line, out string? label)
    {
        label = null;
        var cue = -1;
        foreach (var words in Cues)
        {
            cue = line.LastIndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (cue >= 0)
            {
                label = ReadLabel(line.AsSpan(cue + words.Length));
                break;
            }
        }

        return cue >= 0 && (label is not null || cue < 12);
    }

    /// <summary>Returns the label that a text opens with, brackets and emphasis aside; null where a word or nothing follows.</summary>
    internal static string? ReadLabel(ReadOnlySpan<char> text)
    {
        var bare = text.TrimStart(":*([$ \\{\"'");
        var bracketed = bare.Length < text.Length && text[text.Length - bare.Length - 1] is ('(' or '[' or '{');
        var end = 0;
        while (end < bare.Length && char.IsAsciiLetterOrDigit(bare[end]))
        {
            end++;
        }

        // "The answer is a" goes on; "(a)", "A" and "2" are labels, and LETTER stands for one in many instructions.
        return (end == 1 && (bracketed || !char.IsAsciiLetterLower(bare[0]))) || bare[..end] is "yes" or "no" or "maybe" or "LETTER"
            ? new string(bare[..end])
            : null;
    }
}
