namespace MedBench;

/// <summary>Reference texts; any of them is right.</summary>
/// <param name="References">The texts, the preferred one first.</param>
public sealed record TextTarget(IReadOnlyList<string> References) : Target;
