namespace MedBench;

/// <summary>What a model costs.</summary>
/// <param name="InputPerMillion">US dollars per million prompt tokens.</param>
/// <param name="OutputPerMillion">US dollars per million reply tokens.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal OutputPerMillion);
