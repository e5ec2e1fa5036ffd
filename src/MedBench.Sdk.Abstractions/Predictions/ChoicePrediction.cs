namespace MedBench;

/// <summary>One or more of the given options, by label.</summary>
public sealed record ChoicePrediction : Prediction
{
    /// <summary>Gets the chosen labels as the sample numbers them, in the sample's order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }
}
