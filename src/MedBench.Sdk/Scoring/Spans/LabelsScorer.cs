using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores sets of labels (codes, findings) by F1.</summary>
/// <remarks>
/// The value is the sample's F1 (example-based F1); the parts <c>tp</c>, <c>fp</c> and <c>fn</c> add up to the micro F1 of a run. A sample without an
/// answer has missed all of its labels. Repeated labels count once; nothing predicted where nothing is right scores 1 unless the options say 0.
/// </remarks>
public sealed class LabelsScorer : IScorer
{
    private readonly LabelsOptions options;

    /// <summary>Initializes the scorer with its defaults: micro F1.</summary>
    public LabelsScorer()
        : this(new LabelsOptions())
    {
    }

    /// <summary>Initializes the scorer.</summary>
    /// <param name="options">How labels are compared and summed up.</param>
    /// <exception cref="ArgumentException">The aggregation is neither <see cref="Aggregation.MicroF1"/> nor <see cref="Aggregation.Mean"/>.</exception>
    public LabelsScorer(LabelsOptions options)
    {
        this.options = options;
        Info = new ScorerInfo
        {
            Id = options.Aggregation switch
            {
                Aggregation.MicroF1 => "labels-micro-f1",
                Aggregation.Mean => "labels-example-f1",
                _ => throw new ArgumentException($"Sets of labels are summed up as MicroF1 or Mean, not as {options.Aggregation}.", nameof(options)),
            },
            Version = "1",
            Metric = options.Aggregation == Aggregation.Mean ? "example F1" : "micro F1",
            Range = options.Aggregation == Aggregation.Mean ? ScoreRange.ZeroToOne : null,
            DenominatorPolicy = options.Aggregation == Aggregation.Mean
                ? "sum of F1 / (all samples - failed - unsupported); a sample without an answer counts 0"
                : "micro F1 over all samples - failed - unsupported; a sample without an answer has missed all of its labels",
            Aggregation = options.Aggregation,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["empty-matches-empty"] = options.EmptyMatchesEmpty ? "true" : "false",
                ["ignores-case"] = options.IgnoresCase ? "true" : "false",
            },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        if (sample.Target is not LabelsTarget target)
        {
            throw new InvalidOperationException($"Sample '{sample.Input.Id}' has a {sample.Target.GetType().Name}; the labels scorer needs a LabelsTarget.");
        }

        return ValueTask.FromResult(prediction switch
        {
            LabelsPrediction labels => Grade(Count(target, labels.Labels)) with { Gold = Join(target.Labels), Predicted = Join(labels.Labels) },
            Unanswered unanswered => Score.None(unanswered.Outcome) with { Gold = Join(target.Labels), Parts = Count(target, []).ToParts() },
            _ => throw new InvalidOperationException($"Sample '{sample.Input.Id}' was answered by a {prediction.GetType().Name}; the labels scorer needs a LabelsPrediction."),
        });
    }

    private MatchCounts Count(LabelsTarget target, IReadOnlyList<string> predicted) => options.IgnoresCase
        ? MultiLabelMetrics.Count(target.Labels.Select(label => label.ToUpperInvariant()), predicted.Select(label => label.ToUpperInvariant()))
        : MultiLabelMetrics.Count(target.Labels, predicted);

    private Score Grade(MatchCounts counts) => Score.Graded(counts.F1OrEmpty(options.EmptyMatchesEmpty)) with { Parts = counts.ToParts() };

    private static string Join(IReadOnlyList<string> labels) => string.Join(", ", labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
