namespace MedBench;

/// <summary>What a reader makes of a conversation.</summary>
/// <param name="Stem">The question that is to be answered.</param>
/// <param name="Options">Its options.</param>
/// <param name="Context">The text given with it, one piece a line.</param>
/// <param name="Examples">What each worked example before it teaches: the text of its answer and the reasons, wrong options left out.</param>
/// <param name="Background">All other text before the question: instructions, and what was given with the examples.</param>
internal sealed record ReadQuestion(string Stem, IReadOnlyList<ChoiceOption> Options, IReadOnlyList<string> Context, IReadOnlyList<string> Examples, IReadOnlyList<string> Background)
{
    /// <summary>Gets whether the answer is a verdict: yes, no and perhaps maybe.</summary>
    internal bool IsVerdict => Options.Count is 2 or 3 && Options.All(option => option.Text.Trim('.').ToUpperInvariant() is "YES" or "NO" or "MAYBE");
}
