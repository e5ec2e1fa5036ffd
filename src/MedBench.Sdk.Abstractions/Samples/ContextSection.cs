namespace MedBench;

/// <summary>One labelled piece of the text that goes with a question.</summary>
/// <param name="Label">The section's name as published, for instance <c>RESULTS</c>; null where it has none.</param>
/// <param name="Text">The text.</param>
public sealed record ContextSection(string? Label, string Text);
