namespace MedBench;

/// <summary>One word or run of letters of a text.</summary>
/// <param name="Hash">Stands for the feature itself.</param>
/// <param name="Count">How often it occurs in the text.</param>
/// <param name="Weight">What one occurrence weighs beside a whole word.</param>
/// <param name="Length">Its letters.</param>
internal readonly record struct LexicalFeature(ulong Hash, int Count, double Weight, int Length);
