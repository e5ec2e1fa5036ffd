namespace MedBench;

/// <summary>One result of a search.</summary>
/// <param name="Index">Position of the found item in the order in which the index was built.</param>
/// <param name="Score">How well it fits; higher is better. What it measures is the index's affair.</param>
public readonly record struct SearchHit(int Index, float Score);
