namespace MedBench.Benchmarks;

/// <summary>Reads the first box of a reply as DiagnosisArena's code does: it holds the bare letter, capitals and white space aside, or the answer is wrong.</summary>
internal sealed class FirstBoxExtractor : IAnswerExtractor
{
    private const string Open = @"\boxed{";

    /// <inheritdoc />
    public string Id => "diagnosisarena-first-box-v1";

    /// <inheritdoc />
    public ChoiceExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(options);
        var start = reply.IndexOf(Open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : reply.IndexOf('}', start);
        var content = end < 0 ? "" : reply[(start + Open.Length)..end].Trim();
        return options.FirstOrDefault(option => string.Equals(option.Label, content, StringComparison.OrdinalIgnoreCase)) is { } chosen
            ? new ChoiceExtraction { Status = ExtractionStatus.Answered, Label = chosen.Label, Rule = "first-box" }
            : new ChoiceExtraction { Rule = end < 0 ? "no-box" : "no-such-label" };
    }
}
