namespace MedBench;

/// <summary>Identifiers from best to worst.</summary>
/// <param name="Ids">The identifiers, best first.</param>
public sealed record RankingPrediction(IReadOnlyList<string> Ids) : Prediction;
