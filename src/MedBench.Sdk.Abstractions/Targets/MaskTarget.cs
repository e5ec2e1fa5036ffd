namespace MedBench;

/// <summary>The reference segmentation, on disk.</summary>
/// <param name="Path">Absolute path of the mask file.</param>
public sealed record MaskTarget(string Path) : Target;
