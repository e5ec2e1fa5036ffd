namespace MedBench;

/// <summary>How well each option is supported, and by what.</summary>
/// <param name="Values">One score an option; higher is better, 0 is no support.</param>
/// <param name="Reasons">The text that supports each option best; null where nothing does.</param>
internal sealed record OptionScores(double[] Values, Evidence?[] Reasons);
