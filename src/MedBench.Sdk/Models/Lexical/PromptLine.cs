using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>One line of a conversation.</summary>
/// <param name="Text">The line, without white space around it.</param>
/// <param name="Message">Which message it belongs to.</param>
/// <param name="IsReply">Whether the assistant wrote it.</param>
internal readonly record struct PromptLine(string Text, int Message, bool IsReply)
{
    /// <summary>Cuts a conversation into lines.</summary>
    internal static List<PromptLine> Split(IReadOnlyList<ChatMessage> messages)
    {
        var lines = new List<PromptLine>();
        for (var message = 0; message < messages.Count; message++)
        {
            foreach (var line in messages[message].Text.AsSpan().EnumerateLines())
            {
                lines.Add(new PromptLine(new string(line.Trim()), message, messages[message].Role == ChatRole.Assistant));
            }
        }

        return lines;
    }

    /// <summary>Gets whether the line is blank.</summary>
    internal bool IsBlank => Text.Length == 0;

    /// <summary>Returns whether the line opens with one of some headings, and what follows the heading on it.</summary>
    internal bool TryReadHeading(ReadOnlySpan<string> headings, out string rest)
    {
        var bare = Text.AsSpan().TrimStart("#*> -");
        foreach (var heading in headings)
        {
            if (!bare.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var after = bare[heading.Length..];
            var follows = after.TrimStart("* ");
            if (follows.IsEmpty || follows[0] == ':' || Text[0] is '#')
            {
                rest = new string(follows.TrimStart(":* "));
                return true;
            }
        }

        rest = "";
        return false;
    }
}
