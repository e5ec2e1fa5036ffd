namespace MedBench;

/// <summary>The strategy ended without an answer, and this is why.</summary>
/// <param name="Outcome">Abstained, Unparsed, Refused, Truncated or Unsupported.</param>
public sealed record Unanswered(Outcome Outcome) : Prediction
{
    /// <summary>Gets why there is no answer: Abstained, Unparsed, Refused, Truncated or Unsupported.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is one of an answered sample.</exception>
    public Outcome Outcome { get; init => field = Check(value); } = Check(Outcome);

    private static Outcome Check(Outcome outcome) => outcome is not (Outcome.Correct or Outcome.Incorrect or Outcome.Graded) ? outcome
        : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An answered sample has a prediction of its own kind, which a scorer grades.");
}
