using System.Text;

namespace MedBench;

/// <summary>Finds the last question with options in a conversation, and the text that may help to answer it.</summary>
internal sealed class PromptReader
{
    private static readonly string[] QuestionHeadings = ["Question", "Q"];
    private static readonly string[] ContextHeadings = ["Context", "Abstract", "Passage", "Document", "Documents"];
    private static readonly string[] OptionHeadings = ["Options", "Choices", "Answer choices", "Answer options"];
    private static readonly ChoiceOption[] Verdicts = [new("yes", "yes"), new("no", "no"), new("maybe", "maybe")];

    private readonly List<PromptLine> lines;
    private readonly List<OptionBlock> blocks;

    private PromptReader(List<PromptLine> lines)
    {
        this.lines = lines;
        blocks = OptionBlock.FindAll(lines);
    }

    /// <summary>Reads a conversation; null where no question with options is found.</summary>
    internal static ReadQuestion? Read(List<PromptLine> lines)
    {
        var reader = new PromptReader(lines);
        var asked = reader.blocks.FindLastIndex(block => !lines[block.Start].IsReply);
        return asked >= 0 ? reader.ReadChoice(asked) : reader.ReadVerdict();
    }

    private ReadQuestion ReadChoice(int asked)
    {
        var block = blocks[asked];
        var stemStart = FindStem(block.Start, asked == 0 ? 0 : blocks[asked - 1].End);
        var (stem, context) = SplitStem(stemStart, block.Start);
        var examples = new List<string>();
        var background = new List<string>();
        var contextStart = 0;
        for (var i = 0; i < asked; i++)
        {
            var next = i + 1 == asked ? stemStart : FindStem(blocks[i + 1].Start, blocks[i].End);
            var from = FindStem(blocks[i].Start, i == 0 ? 0 : blocks[i - 1].End);
            background.AddRange(Texts(contextStart, from));
            contextStart = ReadExample(blocks[i], next, examples);
        }

        context.AddRange(Texts(contextStart, stemStart));
        context.AddRange(Enumerable.Range(block.End, lines.Count - block.End).Where(i => lines[i].IsReply && !lines[i].IsBlank).Select(i => lines[i].Text));
        return new ReadQuestion(stem, block.Options, context, examples, background);
    }

    private ReadQuestion? ReadVerdict()
    {
        var at = lines.FindLastIndex(line => !line.IsReply && line.TryReadHeading(QuestionHeadings, out _));
        if (at < 0 || !lines.Any(line => line.Text.Contains("maybe", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var end = at + 1;
        while (end < lines.Count && !lines[end].IsBlank && !AnswerLine.TryRead(lines[end].Text, out _))
        {
            end++;
        }

        var (stem, context) = SplitStem(at, end);
        var before = at == 0 ? -1 : lines.FindLastIndex(at - 1, line => AnswerLine.TryRead(line.Text, out var label) && label is not null);
        context.AddRange(Texts(before + 1, at));
        return new ReadQuestion(stem, Verdicts, context, [], [.. Texts(0, before + 1)]);
    }

    // The nearest "Question:" above the options, or else the paragraph above them.
    private int FindStem(int optionStart, int floor)
    {
        var bottom = optionStart - 1;
        while (bottom > floor && (lines[bottom].IsBlank || lines[bottom].TryReadHeading(OptionHeadings, out _)))
        {
            bottom--;
        }

        var paragraph = -1;
        for (var i = bottom; i >= floor && lines[i].Message == lines[optionStart].Message; i--)
        {
            if (lines[i].TryReadHeading(QuestionHeadings, out _))
            {
                return i;
            }

            if (AnswerLine.TryRead(lines[i].Text, out var label) && label is not null)
            {
                break;
            }

            paragraph = paragraph < 0 && (i == floor || lines[i - 1].IsBlank || lines[i - 1].Message != lines[i].Message) ? i : paragraph;
        }

        return paragraph < 0 ? Math.Max(floor, bottom) : paragraph;
    }

    private (string Stem, List<string> Context) SplitStem(int start, int end)
    {
        var stem = new StringBuilder();
        var context = new List<string>();
        for (var i = start; i < end; i++)
        {
            if (context.Count > 0 || lines[i].TryReadHeading(ContextHeadings, out _))
            {
                context.Add(lines[i].Text);
            }
            else if (!lines[i].TryReadHeading(OptionHeadings, out _))
            {
                stem.Append(stem.Length == 0 ? "" : " ").Append(lines[i].TryReadHeading(QuestionHeadings, out var rest) ? rest : lines[i].Text);
            }
        }

        return (stem.ToString().Trim(), context);
    }

    // Reads the reply to an earlier question up to the blank line after its answer; returns where it ends. The question
    // itself is left out: it describes another patient, while answer and reasons state what holds in general.
    private int ReadExample(OptionBlock block, int next, List<string> examples)
    {
        string? answer = null;
        var reasons = new List<string>();
        var end = block.End;
        for (var awaited = false; end < next; end++)
        {
            var line = lines[end];
            if ((line.IsBlank && answer is not null) || (line.Message != lines[block.Start].Message && !line.IsReply))
            {
                break;
            }

            if (AnswerLine.TryRead(line.Text, out var label) || (awaited && (label = AnswerLine.ReadLabel(line.Text)) is not null))
            {
                answer = label ?? answer;
                awaited = label is null;
            }
            else if (!line.IsBlank)
            {
                reasons.Add(line.Text);
            }
        }

        var chosen = block.Options.FirstOrDefault(option => string.Equals(option.Label, answer, StringComparison.OrdinalIgnoreCase));
        examples.Add($"{chosen?.Text}. {string.Join(' ', reasons)}");
        return end;
    }

    private IEnumerable<string> Texts(int start, int end)
        => Enumerable.Range(start, Math.Max(0, end - start)).Select(i => lines[i].Text).Where(text => text.Length > 0);
}
