namespace MedBench;

/// <summary>A text that a reader found, under the name by which an explanation calls it.</summary>
internal readonly record struct Evidence(string Name, string Text);
