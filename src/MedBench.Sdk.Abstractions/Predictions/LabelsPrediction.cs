namespace MedBench;

/// <summary>A set of labels (codes, findings, classes).</summary>
/// <param name="Labels">The labels; order has no meaning.</param>
public sealed record LabelsPrediction(IReadOnlyList<string> Labels) : Prediction;
