using System.Globalization;
using MedBench.Metrics;
using MedBench.Scoring;

namespace MedBench;

/// <summary>Scores ranked lists by nDCG at a cutoff; recall, precision, reciprocal rank and average precision stand beside it.</summary>
/// <remarks>
/// The order of a <see cref="RankingPrediction"/> is taken as it is; lists with scores are put in order by <see cref="TrecOrder"/> first.
/// Parts: <c>recall</c> and <c>precision</c> at the same cutoff, <c>mrr</c> and <c>map</c> over the whole list; their means are the
/// figures that trec_eval prints.
/// </remarks>
/// <param name="options">How it measures; null for nDCG@10 with linear gain.</param>
public sealed class RankingScorer(RankingOptions? options) : IScorer
{
    private readonly RankingOptions options = options ?? new RankingOptions();

    /// <summary>Initializes a scorer of nDCG@10 with linear gain.</summary>
    public RankingScorer()
        : this(null)
    {
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; } = new()
    {
        Id = "ranking",
        Version = "1",
        Metric = string.Create(CultureInfo.InvariantCulture, $"nDCG@{options?.Cutoff ?? 10}"),
        Range = ScoreRange.ZeroToOne,
        DenominatorPolicy = "sum of nDCG / (all samples - failed - unsupported); abstained, unparsed, refused and truncated count as 0",
        Parameters = Describe(options ?? new RankingOptions()),
    };

    /// <inheritdoc />
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var target = sample.Target as RankingTarget ?? throw WrongKind.Target(sample, Info.Id, nameof(RankingTarget));
        return ValueTask.FromResult(prediction switch
        {
            RankingPrediction ranking => Grade(ranking.Ids, target.Relevance),
            Unanswered unanswered => Score.None(unanswered.Outcome),
            _ => throw WrongKind.Prediction(sample, prediction, Info.Id, nameof(RankingPrediction)),
        });
    }

    private Score Grade(IReadOnlyList<string> ids, IReadOnlyDictionary<string, int> relevance)
    {
        var parts = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["recall"] = RankingMetrics.Recall(ids, relevance, options.Cutoff),
            ["precision"] = RankingMetrics.Precision(ids, relevance, options.Cutoff),
            ["mrr"] = RankingMetrics.ReciprocalRank(ids, relevance),
            ["map"] = RankingMetrics.AveragePrecision(ids, relevance),
        };
        foreach (var cutoff in options.FurtherCutoffs)
        {
            parts[Name("ndcg", cutoff)] = RankingMetrics.Ndcg(ids, relevance, cutoff, options.Gain);
            parts[Name("recall", cutoff)] = RankingMetrics.Recall(ids, relevance, cutoff);
            parts[Name("precision", cutoff)] = RankingMetrics.Precision(ids, relevance, cutoff);
            parts[Name("map", cutoff)] = RankingMetrics.AveragePrecision(ids, relevance, cutoff);
        }

        return Score.Graded(RankingMetrics.Ndcg(ids, relevance, options.Cutoff, options.Gain)) with { Parts = parts };
    }

    private static string Name(string measure, int cutoff) => string.Create(CultureInfo.InvariantCulture, $"{measure}@{cutoff}");

    private static Dictionary<string, string> Describe(RankingOptions options)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["cutoff"] = options.Cutoff.ToString(CultureInfo.InvariantCulture),
            ["gain"] = options.Gain is GainRule.Exponential ? "exponential" : "linear",
        };
        if (options.FurtherCutoffs.Count > 0)
        {
            parameters["further-cutoffs"] = string.Join(", ", options.FurtherCutoffs.Select(cutoff => cutoff.ToString(CultureInfo.InvariantCulture)));
        }

        return parameters;
    }
}
