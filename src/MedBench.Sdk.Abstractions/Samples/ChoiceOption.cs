namespace MedBench;

/// <summary>One answer option.</summary>
/// <param name="Label">The letter or number shown before it, for instance <c>A</c>.</param>
/// <param name="Text">The option itself.</param>
public sealed record ChoiceOption(string Label, string Text);
