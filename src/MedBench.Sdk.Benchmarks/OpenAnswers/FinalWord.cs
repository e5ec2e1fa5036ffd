namespace MedBench.Benchmarks;

/// <summary>Reads whether a reasoning ends in True or in False.</summary>
internal static class FinalWord
{
    private const int Window = 21;

    /// <summary>Gets the reading of both benchmarks without their defects: the last of the two words within the last 21 characters, capitals aside; neither is no verdict.</summary>
    public static VerdictReading Reading { get; } = VerdictReading.Flag("final-true-or-false-v1", reply =>
    {
        var end = Last(reply.Trim(), Window);
        var (yes, no) = (end.LastIndexOf("true", StringComparison.OrdinalIgnoreCase), end.LastIndexOf("false", StringComparison.OrdinalIgnoreCase));
        return yes == no ? null : yes > no;
    });

    /// <summary>Gets K-QA's own reading of entailment: yes where the last 20 characters hold the word true, and otherwise no.</summary>
    public static VerdictReading OfKQa { get; } = VerdictReading.Flag("k-qa-last-20-v1", reply => Last(reply, 20).Contains("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets K-QA's own reading of contradiction as its hallucinations count it: yes where True stands anywhere.</summary>
    public static VerdictReading AnywhereOfKQa { get; } = VerdictReading.Flag("k-qa-true-anywhere-v1", reply => reply.Contains("True", StringComparison.Ordinal));

    /// <summary>Gets MedLFQA's own reading: yes where the last 21 characters hold True, and otherwise no.</summary>
    public static VerdictReading OfMedLfqa { get; } = VerdictReading.Flag("medlfqa-last-21-v1", reply => Last(reply, Window).Contains("True", StringComparison.Ordinal));

    private static string Last(string text, int count) => text[Math.Max(0, text.Length - count)..];
}
