using MedBench.Metrics;
using MedBench.Scoring;

namespace MedBench;

/// <summary>Scores questions with several right options by how far the chosen set agrees with the right one.</summary>
/// <remarks>
/// The value is the measure that the scorer was made for; <see cref="Score.Parts"/> holds <c>exact</c>, <c>f1</c>, <c>jaccard</c>,
/// <c>hamming</c> and <c>lca</c>, so that one run gives every figure that CareMedEval prints. Its repository (src/evaluate.py) calls the last
/// without the essential and unacceptable options that it publishes, so that its own numbers are those of <see cref="AnswerSetMeasure.LcaUnmarked"/>.
/// </remarks>
public sealed class AnswerSetScorer : IScorer
{
    private readonly AnswerSetMeasure measure;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="measure">What its value is.</param>
    public AnswerSetScorer(AnswerSetMeasure measure)
    {
        this.measure = measure;
        var name = measure switch
        {
            AnswerSetMeasure.F1 => "f1",
            AnswerSetMeasure.Jaccard => "jaccard",
            AnswerSetMeasure.Hamming => "hamming",
            AnswerSetMeasure.Lca => "lca",
            AnswerSetMeasure.LcaUnmarked => "lca-unmarked",
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
        };
        Info = new ScorerInfo
        {
            Id = $"choice-{name}",
            Version = "1",
            Metric = measure switch { AnswerSetMeasure.F1 or AnswerSetMeasure.Lca => name.ToUpperInvariant(), AnswerSetMeasure.LcaUnmarked => "LCA unmarked", _ => name },
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = "sum of values / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as 0",
        };
    }

    /// <summary>Gets the scorer by F1.</summary>
    [Discoverable]
    public static AnswerSetScorer F1 => new(AnswerSetMeasure.F1);

    /// <summary>Gets the scorer by the Jaccard index.</summary>
    [Discoverable]
    public static AnswerSetScorer Jaccard => new(AnswerSetMeasure.Jaccard);

    /// <summary>Gets the scorer by one minus the Hamming loss.</summary>
    [Discoverable]
    public static AnswerSetScorer Hamming => new(AnswerSetMeasure.Hamming);

    /// <summary>Gets the scorer by the score of the French exam in critical appraisal.</summary>
    [Discoverable]
    public static AnswerSetScorer Lca => new(AnswerSetMeasure.Lca);

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var target = sample.Target as ChoiceTarget ?? throw WrongKind.Target(sample, Info.Id, nameof(ChoiceTarget));
        var gold = string.Join(',', target.Labels);
        return ValueTask.FromResult(prediction switch
        {
            ChoicePrediction choice => Grade(choice.Labels, target, sample.Input.Options.Count) with { Gold = gold, Predicted = string.Join(',', choice.Labels) },
            Unanswered unanswered => Score.None(unanswered.Outcome) with { Gold = gold },
            _ => throw WrongKind.Prediction(sample, prediction, Info.Id, nameof(ChoicePrediction)),
        });
    }

    private Score Grade(IReadOnlyList<string> chosen, ChoiceTarget target, int options)
    {
        var (f1, jaccard) = (AnswerSets.F1(chosen, target.Labels), AnswerSets.Jaccard(chosen, target.Labels));
        var hamming = AnswerSets.Hamming(chosen, target.Labels, Math.Max(1, options));
        var lca = AnswerSets.Lca(chosen, target.Labels, target.Essential, target.Prohibited);
        return Score.Graded(measure switch { AnswerSetMeasure.F1 => f1, AnswerSetMeasure.Jaccard => jaccard, AnswerSetMeasure.Hamming => hamming, AnswerSetMeasure.LcaUnmarked => AnswerSets.Lca(chosen, target.Labels, [], []), _ => lca }) with
        {
            Parts = new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["exact"] = AnswerSets.IsExact(chosen, target.Labels) ? 1 : 0,
                ["f1"] = f1,
                ["jaccard"] = jaccard,
                ["hamming"] = hamming,
                ["lca"] = lca,
            },
        };
    }
}
