namespace MedBench;

/// <summary>A document with the score that a retriever gave it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Score">Its score; higher is better.</param>
public readonly record struct ScoredDocument(string Id, double Score);
