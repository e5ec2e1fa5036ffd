namespace MedBench.Scoring.Extraction;

/// <summary>Removes the thinking that reasoning models write between tags before their answer.</summary>
internal static class ReasoningBlocks
{
    private static readonly (string Open, string Close)[] Tags =
    [
        ("<think>", "</think>"),
        ("<thinking>", "</thinking>"),
        ("<thought>", "</thought>"),
        ("<reasoning>", "</reasoning>"),
        ("[THINK]", "[/THINK]"),
        ("◁think▷", "◁/think▷"),
    ];

    /// <summary>Returns the reply without its reasoning, or null when the reasoning was opened and never closed.</summary>
    /// <remarks>Chat templates often swallow the opening tag, so everything before a lone closing tag is reasoning too.</remarks>
    internal static string? Remove(string reply)
    {
        if (reply.AsSpan().IndexOfAny('<', '[', '◁') < 0)
        {
            return reply;
        }

        var text = reply;
        foreach (var (open, close) in Tags)
        {
            var lastOpen = text.LastIndexOf(open, StringComparison.OrdinalIgnoreCase);
            var lastClose = text.LastIndexOf(close, StringComparison.OrdinalIgnoreCase);
            if (lastOpen > lastClose)
            {
                return null;
            }

            if (lastClose >= 0)
            {
                text = text[(lastClose + close.Length)..];
            }
        }

        return text;
    }
}
