namespace MedBench;

/// <summary>One answer of a vote.</summary>
/// <param name="Label">The chosen option by the sample's own labels; null where no trial gave one.</param>
/// <param name="Outcome">Why there is no label; Correct has no meaning here and stands for an answer.</param>
/// <param name="Reply">The last reply.</param>
/// <param name="Rule">The extraction rule that decided.</param>
/// <param name="Trials">How many times the model was asked.</param>
internal sealed record CastVote(string? Label, Outcome Outcome, string Reply, string Rule, int Trials);
