namespace MedBench;

/// <summary>A verdict with the scorer that gave it.</summary>
/// <param name="Scorer">The scorer's id.</param>
/// <param name="Score">The verdict.</param>
public sealed record NamedScore(string Scorer, Score Score);
