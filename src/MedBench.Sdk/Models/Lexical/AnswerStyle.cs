namespace MedBench;

/// <summary>The form of reply that a prompt asks for, by its instructions or by the example of its worked answers.</summary>
/// <param name="Lead">What stands before the label: <c>Answer: </c>, <c>The answer is </c>, <c>### Answer</c> and a new line, or nothing for a bare label.</param>
/// <param name="Open">The bracket before the label, or nothing.</param>
/// <param name="Tail">What follows the label.</param>
/// <param name="Explains">Whether an explanation comes first.</param>
/// <param name="HasSections">Whether explanation and answer stand under headings.</param>
internal sealed record AnswerStyle(string Lead, string Open, string Tail, bool Explains, bool HasSections)
{
    private const int BareTokens = 8;

    /// <summary>Reads the form off a conversation.</summary>
    internal static AnswerStyle Of(IReadOnlyList<PromptLine> lines, int? maxOutputTokens)
    {
        if (maxOutputTokens <= BareTokens || lines.Any(AsksForBareLabel) || RepliesAreBare(lines))
        {
            return new AnswerStyle("", "", "", false, false);
        }

        var headings = lines.Any(line => line.Text.StartsWith("### Answer", StringComparison.OrdinalIgnoreCase));
        var example = LastExample(lines, out var at);
        var open = at < 0 ? "(" : at > 0 && example[at - 1] is ('(' or '[') ? example[at - 1].ToString() : "";
        var sentence = example.Contains("answer is", StringComparison.OrdinalIgnoreCase);
        var capitals = example.Contains("ANSWER:", StringComparison.Ordinal);
        var lead = headings ? "### Answer\n" : sentence ? "The answer is " : capitals ? "ANSWER: " : "Answer: ";
        return new AnswerStyle(lead, open, sentence && !headings ? "." : "", true, headings);
    }

    /// <summary>Writes a reply of at most so many words; the explanation is shortened before the answer is.</summary>
    internal string Write(string label, string explanation, int? maxWords)
    {
        var close = Open switch { "(" => ")", "[" => "]", _ => "" };
        var answer = $"{Lead}{Open}{label}{close}{Tail}";
        if (!Explains)
        {
            return answer;
        }

        var words = explanation.Split(' ');
        var room = Math.Max(0, (maxWords ?? int.MaxValue) - answer.Split(' ', '\n').Length - 2);
        var text = string.Join(' ', words.Take(room));
        return text.Length == 0 ? answer : HasSections ? $"### Explanation\n{text}\n\n{answer}" : $"{text}\n{answer}";
    }

    private static bool AsksForBareLabel(PromptLine line)
        => !line.IsReply && line.Text.Contains("letter", StringComparison.OrdinalIgnoreCase)
            && (line.Text.Contains("answer with only", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("only the letter", StringComparison.OrdinalIgnoreCase)
                || line.Text.Contains("respond only with", StringComparison.OrdinalIgnoreCase));

    // Example turns that hold a letter and nothing else ask for the same.
    private static bool RepliesAreBare(IReadOnlyList<PromptLine> lines)
        => lines.Any(line => line.IsReply) && lines.Where(line => line.IsReply && !line.IsBlank).All(line => line.Text.Length <= 4);

    private static string LastExample(IReadOnlyList<PromptLine> lines, out int labelAt)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i].Text;
            var previous = i > 0 && lines[i - 1].Text.StartsWith("### Answer", StringComparison.OrdinalIgnoreCase);
            if (previous && AnswerLine.ReadLabel(line) is { } bare)
            {
                labelAt = line.IndexOf(bare, StringComparison.Ordinal);
                return line;
            }

            if (AnswerLine.TryRead(line, out var label) && label is not null)
            {
                var cue = line.LastIndexOf("answer", StringComparison.OrdinalIgnoreCase) + "answer".Length;
                cue += line.AsSpan(cue).StartsWith(" is") ? " is".Length : 0;
                labelAt = line.IndexOf(label, cue, StringComparison.Ordinal);
                return line;
            }
        }

        labelAt = -1;
        return "";
    }
}
