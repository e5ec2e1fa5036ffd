namespace MedBench;

/// <summary>Holds what a <see cref="ChoiceSetExtractor"/> read off one reply.</summary>
public readonly record struct ChoiceSetExtraction
{
    /// <summary>Gets what the reply amounts to; the default is <see cref="ExtractionStatus.Unparsed"/>.</summary>
    public ExtractionStatus Status { get; init; }

    /// <summary>Gets the labels of the chosen options in the order of the options; empty unless <see cref="Status"/> is <see cref="ExtractionStatus.Answered"/>.</summary>
    public IReadOnlyList<string> Labels { get => field ?? []; init; }

    /// <summary>Gets the rule that decided, or why none could, in kebab-case; reports count replies by it.</summary>
    public string Rule { get => field ?? ""; init; }

    internal static ChoiceSetExtraction Without(ExtractionStatus status, string rule) => new() { Status = status, Rule = rule };
}
