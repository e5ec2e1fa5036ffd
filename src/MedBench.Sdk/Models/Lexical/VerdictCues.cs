namespace MedBench;

/// <summary>Reads yes, no or maybe off the way in which a text states its findings.</summary>
/// <remarks>
/// Overlap of words cannot tell "reduced mortality" from "did not reduce mortality". Phrases of negation count for no, phrases of
/// doubt for maybe, and yes, the commonest answer to a title put as a question, is what remains. Later sentences count more:
/// conclusions stand at the end.
/// </remarks>
internal static class VerdictCues
{
    private const double Threshold = 0.2;

    private static readonly string[] Against =
    [
        "no difference", "no significant", "not significant", "no statistically", "not differ", "did not", "does not", "do not", "was not", "were not", "no benefit",
        "no effect", "no evidence", "no reduction", "no improvement", "no advantage", "no association", "no increase", "nor ", "neither", "failed to", "similar",
        "not associated", "not reduce", "not improve", "the same", "equal", "unchanged", "comparable", "no better", "no more", "without significant",
    ];

    private static readonly string[] InDoubt =
    [
        "unclear", "uncertain", "inconclusive", "conflicting", "further stud", "further research", "more research", "remains to be", "depends on",
        "inconsistent", "limited evidence", "too small", "underpowered", "disagree", "contradict", "controversial", "not clear", "not conclusive", "insufficient", "cannot be",
    ];

    /// <summary>Scores the options of a verdict by the sentences of some texts, each with the weight of its text.</summary>
    internal static double[] Score(IReadOnlyList<ChoiceOption> options, IEnumerable<(string Text, double Weight)> texts)
    {
        var no = 0.0;
        var maybe = 0.0;
        var total = 0.0;
        foreach (var (text, weight) in texts.Where(text => !IsInstruction(text.Text)))
        {
            var sentences = text.Split(". ");
            for (var i = 0; i < sentences.Length; i++)
            {
                var share = weight * (i + 1.0) / sentences.Length;
                total += share;
                no += share * Math.Min(2, Count(sentences[i], Against));
                maybe += share * Math.Min(2, Count(sentences[i], InDoubt));
            }
        }

        total = Math.Max(total, 1e-9);
        return [.. options.Select(option => option.Text.Trim('.').ToUpperInvariant() switch
        {
            "NO" => no / total,
            "MAYBE" => maybe / total,
            _ => Threshold,
        })];
    }

    private static int Count(string sentence, string[] phrases)
        => phrases.Count(phrase => sentence.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    private static bool IsInstruction(string text) => text.Contains("answer", StringComparison.OrdinalIgnoreCase);
}
