namespace MedBench.Benchmarks;

/// <summary>Reads the first character of a reply as CUPCase's code does: it is the number of an option, or the answer is wrong.</summary>
internal sealed class FirstCharacterExtractor : IAnswerExtractor
{
    /// <inheritdoc />
    public string Id => "cupcase-first-character-v1";

    /// <inheritdoc />
    public ChoiceExtraction Extract(string reply, IReadOnlyList<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(options);
        var first = reply.AsSpan().Trim() is [var character, ..] ? character.ToString() : "";
        return options.FirstOrDefault(option => option.Label == first) is { } chosen
            ? new ChoiceExtraction { Status = ExtractionStatus.Answered, Label = chosen.Label, Rule = "first-character" }
            : new ChoiceExtraction { Rule = "no-such-label" };
    }
}
