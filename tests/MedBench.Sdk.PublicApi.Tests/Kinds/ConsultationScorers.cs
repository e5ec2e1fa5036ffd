using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

/// <summary>Whether the diagnosis is one of the reference texts.</summary>
internal sealed class DiagnosisScorer : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = "diagnosis", Version = "1", Metric = "diagnostic accuracy", DenominatorPolicy = "all consultations; none without a diagnosis is correct" };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(prediction is TextPrediction text
            ? Score.Binary(((TextTarget)sample.Target).References.Contains(text.Text, StringComparer.OrdinalIgnoreCase))
            : Score.None(((Unanswered)prediction).Outcome));
}

/// <summary>How many questions the doctor asked, read off the transcript.</summary>
internal sealed class QuestionsAskedScorer : IScorer
{
    public ScorerInfo Info { get; } = new() { Id = "questions-asked", Version = "1", Metric = "questions", DenominatorPolicy = "all consultations" };

    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(Score.Graded(prediction.Transcript.Count(message => message.Role == ChatRole.Assistant && message.Text.Contains('?', StringComparison.Ordinal))));
}
