namespace MedBench.Benchmarks;

/// <summary>Tells what a model says from what it thought aloud before.</summary>
internal static class FinalReply
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    /// <summary>Returns what follows the last thought; null where a thought never ends, so that nothing was said.</summary>
    public static string? Of(string reply)
    {
        var end = reply.LastIndexOf(Close, StringComparison.OrdinalIgnoreCase);
        return reply.LastIndexOf(Open, StringComparison.OrdinalIgnoreCase) > end ? null : end < 0 ? reply : reply[(end + Close.Length)..];
    }
}
