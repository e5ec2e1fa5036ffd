namespace MedBench;

/// <summary>A free-text answer.</summary>
/// <param name="Text">The answer.</param>
public sealed record TextPrediction(string Text) : Prediction;
