namespace MedBench;

/// <summary>Holds what an <see cref="IAnswerExtractor"/> read off one reply.</summary>
public readonly record struct ChoiceExtraction
{
    /// <summary>Gets what the reply amounts to; the default is <see cref="ExtractionStatus.Unparsed"/>.</summary>
    public ExtractionStatus Status { get; init; }

    /// <summary>Gets the label of the chosen option, spelled as in the option list; null unless <see cref="Status"/> is <see cref="ExtractionStatus.Answered"/>.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the rule that decided, or why none could, in kebab-case; reports count replies by it.</summary>
    public string Rule { get => field ?? ""; init; }

    internal static ChoiceExtraction Answered(string label, string rule) => new() { Status = ExtractionStatus.Answered, Label = label, Rule = rule };

    internal static ChoiceExtraction Without(ExtractionStatus status, string rule) => new() { Status = status, Rule = rule };
}
