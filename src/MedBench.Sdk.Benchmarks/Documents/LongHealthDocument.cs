namespace MedBench.Benchmarks;

/// <summary>One document of a patient.</summary>
/// <param name="Key">Its name in the file, for instance <c>text_0</c>.</param>
/// <param name="Text">The text.</param>
/// <param name="Tokens">The number of its tokens.</param>
internal sealed record LongHealthDocument(string Key, string Text, int Tokens);
