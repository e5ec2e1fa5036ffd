namespace MedBench.Scoring.Extraction;

/// <summary>A sentence, or a line that stands alone.</summary>
/// <param name="Start">The first token.</param>
/// <param name="Stop">The token after the last one.</param>
/// <param name="IsQuestion">Whether it ends in a question mark.</param>
/// <param name="IsConcluding">Whether it opens with a word such as therefore.</param>
internal readonly record struct Sentence(int Start, int Stop, bool IsQuestion, bool IsConcluding);
