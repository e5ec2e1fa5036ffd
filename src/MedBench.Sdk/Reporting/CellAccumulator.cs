using System.Globalization;

namespace MedBench.Running;

/// <summary>Collects the results of one cell.</summary>
internal sealed class CellAccumulator(CellKey key, RunManifest manifest)
{
    private readonly MetricColumn headline = new(manifest.Aggregation(key.Benchmark, scorer: null), manifest.CountOf(key));
    private readonly Dictionary<(string Tag, string Value), MetricColumn> groups = [];
    private readonly Dictionary<string, MetricColumn> further = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FurtherMetrics> parts = new(StringComparer.Ordinal);
    private readonly ConfidenceColumn confidence = new();
    private readonly ExemplarWarnings exemplars = new(key);
    private readonly EpochColumn? epochs = manifest.Epochs > 1 && manifest.Aggregation(key.Benchmark, scorer: null) is Aggregation.Mean or Aggregation.ClippedMean ? new EpochColumn() : null;
    private readonly int[] outcomes = new int[(int)Outcome.Unsupported + 1];
    private readonly Dictionary<string, int> golds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> defects = new(StringComparer.Ordinal);
    private readonly HashSet<string> reportedModels = new(StringComparer.Ordinal);
    private int samples;
    private long calls;
    private long truncatedReplies;
    private long? inputTokens = 0;
    private long? outputTokens = 0;
    private decimal? cost = 0;

    public CellKey Key => key;

    public MetricColumn Headline => headline;

    public IEnumerable<string> Warnings => exemplars.Find();

    private int Failed => outcomes[(int)Outcome.Failed];

    private bool IsWithheld => (double)Failed / samples > manifest.FailureBudget;

    public void Add(SampleResult result)
    {
        samples++;
        calls += result.Calls;
        truncatedReplies += result.TruncatedReplies;
        if (result.Calls > 0)
        {
            inputTokens += result.InputTokens;
            outputTokens += result.OutputTokens;
            cost += result.Cost;
        }

        outcomes[(int)result.Outcome]++;
        reportedModels.UnionWith(result.ReportedModels);
        exemplars.Add(result);
        CountData(result);
        AddHeadline(result);
        for (var i = 1; i < result.Scores.Count; i++)
        {
            AddFurther(result, result.Scores[i].Scorer, result.Scores[i].Score);
        }
    }

    public CellSummary Build(CellAccumulator? previous)
    {
        var unknown = outcomes[(int)Outcome.Unparsed] + Failed + outcomes[(int)Outcome.Unsupported];
        var compared = previous is null || previous.IsWithheld || IsWithheld ? null : previous;
        return new CellSummary
        {
            Benchmark = key.Benchmark,
            Model = key.Model,
            Strategy = key.Strategy,
            Metric = manifest.Metric(key.Benchmark),
            DenominatorPolicy = manifest.DenominatorPolicy(key.Benchmark),
            Samples = samples,
            Denominator = headline.Count,
            Outcomes = CountOutcomes(),
            Score = IsWithheld ? null : headline.Summarize(),
            Withheld = ExplainWithholding(),
            LowerBound = headline.MeanWith(missing: 0, samples),
            UpperBound = headline.MeanWith(unknown, samples),
            MajorityBaseline = golds.Count > 0 && outcomes[(int)Outcome.Graded] == 0 && headline.Aggregation == Aggregation.Mean ? (double)golds.Values.Max() / golds.Values.Sum() : null,
            Groups = SummarizeGroups(compared),
            FurtherScores = IsWithheld ? new Dictionary<string, MetricSummary>() : SummarizeFurther(),
            VersusPrevious = compared is null ? null : headline.CompareWith(compared.Key.Strategy, compared.headline),
            Calibration = IsWithheld ? null : confidence.Summarize(),
            PredictionSets = IsWithheld ? [] : confidence.SummarizeSets(),
            Variance = IsWithheld ? null : epochs?.Summarize(),
            Defects = defects,
            ReportedModels = [.. reportedModels.Order(StringComparer.Ordinal)],
            Calls = calls,
            TruncatedReplies = truncatedReplies,
            InputTokens = calls == 0 ? null : inputTokens,
            OutputTokens = calls == 0 ? null : outputTokens,
            Cost = calls == 0 ? null : cost,
        };
    }

    private string? ExplainWithholding() => IsWithheld
        ? string.Create(CultureInfo.InvariantCulture, $"{Failed} of {samples} samples failed ({100.0 * Failed / samples:0.0##} %), more than the {100 * manifest.FailureBudget:0.###} % that the plan allows; run it again to repeat them.")
        : null;

    private Dictionary<Outcome, int> CountOutcomes()
    {
        var counts = new Dictionary<Outcome, int>();
        for (var outcome = 0; outcome < outcomes.Length; outcome++)
        {
            if (outcomes[outcome] > 0)
            {
                counts[(Outcome)outcome] = outcomes[outcome];
            }
        }

        return counts;
    }

    private GroupSummary[] SummarizeGroups(CellAccumulator? compared)
    {
        var ordered = groups.Keys.ToArray();
        Array.Sort(ordered, static (left, right) => string.CompareOrdinal(left.Tag, right.Tag) is var order and not 0 ? order : string.CompareOrdinal(left.Value, right.Value));
        var summaries = Array.ConvertAll(ordered, name => new GroupSummary(name.Tag, name.Value, IsWithheld ? null : groups[name].Summarize(), groups[name].Count)
        {
            VersusPrevious = compared is not null && compared.groups.TryGetValue(name, out var earlier) ? groups[name].CompareWith(compared.Key.Strategy, earlier) : null,
        });
        return compared is null ? summaries : [.. summaries.GroupBy(group => group.Tag, StringComparer.Ordinal).SelectMany(Adjust)];
    }

    /// <summary>Adjusts for the number of groups of one tag, which are looked at together.</summary>
    private static IEnumerable<GroupSummary> Adjust(IEnumerable<GroupSummary> tag)
    {
        var groups = tag.ToList();
        var adjusted = new Queue<PairedComparison>(PairedComparison.Adjust([.. groups.Select(group => group.VersusPrevious).OfType<PairedComparison>()]));
        return groups.ConvertAll(group => group.VersusPrevious is null ? group : group with { VersusPrevious = adjusted.Dequeue() });
    }

    private Dictionary<string, MetricSummary> SummarizeFurther()
    {
        var summaries = new Dictionary<string, MetricSummary>(StringComparer.Ordinal);
        foreach (var (scorer, column) in further)
        {
            if (column.Summarize() is { } score)
            {
                summaries[scorer] = new MetricSummary(manifest.Metric(key.Benchmark, scorer), score, column.Count);
            }
        }

        foreach (var (scorer, metrics) in parts)
        {
            metrics.Summarize(scorer, summaries);
        }

        return summaries;
    }

    private void AddHeadline(SampleResult result)
    {
        var (scorer, score) = result.Scores[0];
        if (score.Outcome is Outcome.Failed or Outcome.Unsupported && !headline.KeepsUndecided)
        {
            return;
        }

        headline.Add(result, score);
        if (score.Outcome is not (Outcome.Failed or Outcome.Unsupported))
        {
            confidence.Add(result);
            epochs?.Add(result, score.Value ?? 0);
            AddParts(result, scorer, score);
        }

        foreach (var (tag, name) in result.Tags)
        {
            if (!groups.TryGetValue((tag, name), out var group))
            {
                groups[(tag, name)] = group = new MetricColumn(headline.Aggregation);
            }

            group.Add(result, score);
        }
    }

    /// <summary>Adds a further scorer's verdict as it would count were it the headline: without an answer 0 in a mean, left out where nothing is known.</summary>
    private void AddFurther(SampleResult result, string scorer, Score score)
    {
        if (!further.TryGetValue(scorer, out var column))
        {
            further[scorer] = column = new MetricColumn(manifest.Aggregation(key.Benchmark, scorer));
        }

        var isUndecided = score.Outcome is Outcome.Failed or Outcome.Unsupported;
        if (!isUndecided || column.KeepsUndecided)
        {
            column.Add(result, score);
        }

        if (!isUndecided)
        {
            AddParts(result, scorer, score);
        }
    }

    private void AddParts(SampleResult result, string scorer, Score score)
    {
        if (score.Parts.Count == 0)
        {
            return;
        }

        if (!parts.TryGetValue(scorer, out var metrics))
        {
            parts[scorer] = metrics = new FurtherMetrics(manifest.Aggregation(key.Benchmark, scorer));
        }

        metrics.Add(result, score);
    }

    private void CountData(SampleResult result)
    {
        // An answer is right or wrong and there is a right one, so that always giving one answer is a baseline of the share that is right.
        if (result.Scores[0].Score.Gold is { } gold)
        {
            golds[gold] = golds.GetValueOrDefault(gold) + 1;
        }

        foreach (var defect in result.Epoch == 0 ? result.Defects : [])
        {
            defects[defect] = defects.GetValueOrDefault(defect) + 1;
        }
    }
}
