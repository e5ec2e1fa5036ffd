namespace MedBench;

/// <summary>The options of one question within a conversation.</summary>
/// <param name="Start">The first line.</param>
/// <param name="End">The line after the last.</param>
/// <param name="Options">The options as printed.</param>
internal sealed record OptionBlock(int Start, int End, IReadOnlyList<ChoiceOption> Options)
{
    /// <summary>Finds every run of options in order of labels.</summary>
    internal static List<OptionBlock> FindAll(IReadOnlyList<PromptLine> lines)
    {
        var blocks = new List<OptionBlock>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Read(lines, i) is { } block)
            {
                blocks.Add(block);
                i = block.End - 1;
            }
        }

        return blocks;
    }

    private static OptionBlock? Read(IReadOnlyList<PromptLine> lines, int start)
    {
        var inline = OptionLine.ReadInline(lines[start].Text);
        if (inline.Count > 1)
        {
            return new OptionBlock(start, start + 1, inline);
        }

        var options = new List<ChoiceOption>();
        var end = start;
        for (var i = start; i < lines.Count && lines[i].Message == lines[start].Message; i++)
        {
            if (OptionLine.TryRead(lines[i].Text, out var option) && OptionLine.IsNext(options.Count == 0 ? null : options[^1].Label, option.Label))
            {
                options.Add(option);
                end = i + 1;
            }
            else if (options.Count == 0 || (!lines[i].IsBlank && !Continues(lines, i, options[^1].Label)))
            {
                break;
            }
            else if (!lines[i].IsBlank)
            {
                options[^1] = options[^1] with { Text = options[^1].Text + " " + lines[i].Text };
            }
        }

        return options.Count < 2 ? null : new OptionBlock(start, end, options);
    }

    // An option may run over one more line, but only where the next option follows at once.
    private static bool Continues(IReadOnlyList<PromptLine> lines, int line, string label)
        => line + 1 < lines.Count && OptionLine.TryRead(lines[line + 1].Text, out var next) && OptionLine.IsNext(label, next.Label);
}
