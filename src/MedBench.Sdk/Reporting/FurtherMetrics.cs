namespace MedBench.Running;

/// <summary>What a scorer tells beside one number: the mean of each part of its verdicts that the headline is not made of, precision and recall where matches are counted.</summary>
internal sealed class FurtherMetrics(Aggregation aggregation)
{
    private readonly Dictionary<string, MetricColumn> columns = new(StringComparer.Ordinal);

    public void Add(SampleResult result, Score score)
    {
        foreach (var (part, value) in score.Parts)
        {
            if (!IsConsumed(part))
            {
                Column(part, IsScoreOfItsOwn(part) ? aggregation : Aggregation.Mean).Add(result, Score.Graded(value));
            }
        }

        if (aggregation == Aggregation.MicroF1 && score.Parts.Count > 0)
        {
            var (matched, extra, missed) = (score.Parts.GetValueOrDefault("tp"), score.Parts.GetValueOrDefault("fp"), score.Parts.GetValueOrDefault("fn"));
            Column("precision", Aggregation.Ratio).Add(result, Ratio(matched, matched + extra));
            Column("recall", Aggregation.Ratio).Add(result, Ratio(matched, matched + missed));
        }
    }

    /// <summary>Adds the numbers to a map, each under the scorer's id and its own name.</summary>
    public void Summarize(string scorer, IDictionary<string, MetricSummary> summaries)
    {
        foreach (var (name, column) in columns.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (column.Summarize() is { } score)
            {
                summaries[$"{scorer}/{name}"] = new MetricSummary(name, score, column.Count);
            }
        }
    }

    /// <summary>Says whether the part is cut like the headline: the score of a tag is one, a count of criteria is not.</summary>
    private bool IsScoreOfItsOwn(string part) => aggregation == Aggregation.ClippedMean && part.StartsWith("tag:", StringComparison.Ordinal);

    /// <summary>Says whether the headline is made of the part, so that its mean would say nothing more.</summary>
    private bool IsConsumed(string part) => aggregation switch
    {
        Aggregation.Ratio => part is "numerator" or "denominator",
        Aggregation.MicroF1 => part is "tp" or "fp" or "fn",
        Aggregation.QuadraticKappa => part is "gold" or "predicted",
        Aggregation.Auroc or Aggregation.Auprc => part is "positive" or "score",
        Aggregation.Bleu => true,
        _ => false,
    };

    private MetricColumn Column(string name, Aggregation kind) => columns.TryGetValue(name, out var column) ? column : columns[name] = new MetricColumn(kind);

    private static Score Ratio(double numerator, double denominator)
        => Score.Graded(0) with { Parts = new Dictionary<string, double>(StringComparer.Ordinal) { ["numerator"] = numerator, ["denominator"] = denominator } };
}
