namespace MedBench;

/// <summary>A segmentation, left on disk.</summary>
/// <param name="Path">Absolute path of the mask file.</param>
public sealed record MaskPrediction(string Path) : Prediction;
