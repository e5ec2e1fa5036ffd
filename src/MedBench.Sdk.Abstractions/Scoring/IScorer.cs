namespace MedBench;

/// <summary>Grades a prediction against the sample's target.</summary>
/// <remarks>A scorer can be run again from a stored prediction and never calls the subject model; a judge it may call.</remarks>
public interface IScorer
{
    /// <summary>Gets the id, the metric, and how unanswered samples are counted.</summary>
    ScorerInfo Info { get; }

    /// <summary>Grades one prediction.</summary>
    /// <param name="sample">Input and target.</param>
    /// <param name="prediction">What the strategy concluded.</param>
    /// <param name="models">Models that grade, for instance <see cref="ModelRole.Judge"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default);
}
