namespace MedBench.Benchmarks;

/// <summary>Reads the text for the search off a reply.</summary>
internal static class R2MedReply
{
    private const string ThinkEnd = "</think>";

    /// <summary>Leaves out everything up to the end of the thinking, by whichever of the markers that the authors know stands there; null where thinking was begun and never ended.</summary>
    public static string? Read(string reply)
    {
        var text = After(reply, ThinkEnd, last: true) ?? After(reply, "<|begin_of_solution|>", last: true) ?? (reply.AsSpan().TrimStart().StartsWith("## Thinking", StringComparison.Ordinal) ? After(reply, "## Final Response", last: true) : reply);
        text = text?.Replace("<|end_of_solution|>", "", StringComparison.Ordinal).Trim();
        return string.IsNullOrEmpty(text) || text.StartsWith("<think>", StringComparison.Ordinal) || text.StartsWith("<|begin_of_thought|>", StringComparison.Ordinal) ? null : text;
    }

    /// <summary>Reads as <c>split_response_for_r1</c> in <c>src/base.py</c> does: what follows the first end of thinking, and the whole reply, thinking included, where there is none.</summary>
    public static string? ReadAsPublished(string reply) => After(reply, ThinkEnd, last: false)?.Trim() ?? (reply.Length > 0 ? reply : null);

    private static string? After(string reply, string marker, bool last)
    {
        var at = last ? reply.LastIndexOf(marker, StringComparison.Ordinal) : reply.IndexOf(marker, StringComparison.Ordinal);
        return at < 0 ? null : reply[(at + marker.Length)..];
    }
}
