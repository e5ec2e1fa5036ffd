namespace MedBench.Testing;

/// <summary>A known question where a prompt asks it.</summary>
internal sealed record FoundQuestion
{
    public required Sample Sample { get; init; }

    /// <summary>Gets the collapsed prompt up to the question: instructions and worked examples.</summary>
    public required string Preamble { get; init; }

    /// <summary>Gets the displayed letter by published label, in the order of display; null where the prompt shows no lettered options.</summary>
    public required IReadOnlyDictionary<string, string>? Letters { get; init; }

    /// <summary>Gets how much of the sample the prompt shows, from 0 to <see cref="CompleteFit"/>; tells questions of equal wording apart.</summary>
    public required int Fit { get; init; }

    public const int CompleteFit = 7;

    /// <summary>Returns an option as a model that sees this prompt would name it: by displayed letter, or else by its text.</summary>
    public string Name(string label) => Letters?[label] ?? Sample.Input.Options.First(option => option.Label == label).Text;
}
