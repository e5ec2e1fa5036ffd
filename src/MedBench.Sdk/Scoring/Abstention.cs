namespace MedBench.Scoring;

/// <summary>Grades a question that has no answer: abstaining is right, answering is wrong, and everything else stays what it was.</summary>
internal static class Abstention
{
    public static Score Grade(Prediction prediction, Func<Prediction, string> describe) => prediction switch
    {
        Unanswered { Outcome: Outcome.Abstained } => Score.Binary(true) with { Gold = AbstentionTarget.Label, Predicted = AbstentionTarget.Label },
        Unanswered unanswered => Score.None(unanswered.Outcome) with { Gold = AbstentionTarget.Label },
        _ => Score.Binary(false) with { Gold = AbstentionTarget.Label, Predicted = describe(prediction) },
    };
}
