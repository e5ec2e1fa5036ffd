namespace MedBench.Running;

/// <summary>The outcomes as files and tables spell them.</summary>
internal static class OutcomeName
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Correct => "correct",
        Outcome.Incorrect => "incorrect",
        Outcome.Graded => "graded",
        Outcome.Abstained => "abstained",
        Outcome.Unparsed => "unparsed",
        Outcome.Refused => "refused",
        Outcome.Truncated => "truncated",
        Outcome.Failed => "failed",
        Outcome.Unsupported => "unsupported",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome."),
    };

    public static Outcome Parse(string name) => name switch
    {
        "correct" => Outcome.Correct,
        "incorrect" => Outcome.Incorrect,
        "graded" => Outcome.Graded,
        "abstained" => Outcome.Abstained,
        "unparsed" => Outcome.Unparsed,
        "refused" => Outcome.Refused,
        "truncated" => Outcome.Truncated,
        "failed" => Outcome.Failed,
        "unsupported" => Outcome.Unsupported,
        _ => throw new InvalidDataException($"'{name}' is not an outcome."),
    };
}
