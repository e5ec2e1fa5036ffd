namespace MedBench;

/// <summary>A labelled piece of a text.</summary>
/// <param name="Start">Index of the first UTF-16 code unit.</param>
/// <param name="End">Index after the last UTF-16 code unit.</param>
/// <param name="Label">What the piece is.</param>
public sealed record TextSpan(int Start, int End, string Label);
