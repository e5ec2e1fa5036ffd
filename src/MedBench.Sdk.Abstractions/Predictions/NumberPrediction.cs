namespace MedBench;

/// <summary>A number.</summary>
/// <param name="Value">The number, in the unit that the sample asks for.</param>
public sealed record NumberPrediction(double Value) : Prediction;
