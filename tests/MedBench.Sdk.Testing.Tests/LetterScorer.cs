namespace MedBench.Testing.Tests;

/// <summary>A scorer that does everything right unless a test replaces what it does.</summary>
internal sealed class LetterScorer : IScorer
{
    public ScorerInfo Info { get; init; } = new() { Id = "letter", Version = "1", Metric = "accuracy", DenominatorPolicy = "all samples" };

    public Func<Sample, Prediction, IModelAccess, Score> Body { get; init; } = Grade;

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(Body(sample, prediction, models));

    public static Score Grade(Sample sample, Prediction prediction, IModelAccess models) => prediction switch
    {
        ChoicePrediction choice => Score.Binary(choice.Labels.SequenceEqual(((ChoiceTarget)sample.Target).Labels)),
        Unanswered unanswered => Score.None(unanswered.Outcome),
        _ => throw new InvalidOperationException("Not a choice."),
    };
}
