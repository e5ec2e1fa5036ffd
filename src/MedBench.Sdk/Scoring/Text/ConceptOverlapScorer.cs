using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores a text by F1 over the medical concepts that it and the reference mention; of several references the best counts.</summary>
/// <remarks>See <see cref="ConceptOverlap"/> for how it differs from MEDCON. Where neither text has a concept the value is 0, as there.</remarks>
public sealed class ConceptOverlapScorer : IScorer
{
    private readonly IConceptExtractor extractor;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="extractor">Finds the concepts.</param>
    public ConceptOverlapScorer(IConceptExtractor extractor)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        this.extractor = extractor;
        Info = new ScorerInfo
        {
            Id = "concept-overlap",
            Version = "1",
            Metric = "concept F1",
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = TextVerdict.Denominator,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["extractor"] = extractor.Name },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>F1 from 0 to 1, with the parts <c>tp</c>, <c>fp</c> and <c>fn</c>.</returns>
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => TextVerdict.Grade(sample, prediction, Info.Id, (text, references) =>
        {
            var predicted = extractor.Extract(text);
            var expected = references.Select(extractor.Extract).MaxBy(concepts => ConceptOverlap.Of(predicted, concepts).F1)!;
            var shared = predicted.Count(expected.Contains);
            return Score.Graded(ConceptOverlap.Of(predicted, expected).F1) with
            {
                Parts = new Dictionary<string, double>(StringComparer.Ordinal) { ["tp"] = shared, ["fp"] = predicted.Count - shared, ["fn"] = expected.Count - shared },
            };
        });
}
