namespace MedBench.Running;

/// <summary>A row of a run as a comparison needs it: its verdicts, and why samples have none.</summary>
internal sealed class ComparedRow(RunManifest manifest, CellSummary summary)
{
    public RunManifest Manifest => manifest;

    public CellSummary Summary => summary;

    public MetricColumn Scored { get; } = new(manifest.Aggregation(summary.Benchmark, scorer: null));

    public Dictionary<(string Id, int Epoch), ComparedSample> Results { get; } = [];

    /// <summary>Gets the samples that failed or are unsupported, and what was said of them.</summary>
    public Dictionary<(string Id, int Epoch), (Outcome Outcome, string? Why)> Unscored { get; } = [];

    public void Add(SampleResult result)
    {
        var isUnscored = result.Outcome is Outcome.Failed or Outcome.Unsupported;
        if (!isUnscored || Scored.KeepsUndecided)
        {
            Scored.Add(result, result.Scores[0].Score);
        }

        if (isUnscored)
        {
            Unscored[(result.Id, result.Epoch)] = (result.Outcome, result.Error ?? result.Scores[0].Score.Explanation ?? result.Notes.GetValueOrDefault("unsupported"));
        }
        else
        {
            Results[(result.Id, result.Epoch)] = ComparedSample.Of(result);
        }
    }

    /// <summary>Says why samples that both rows have cannot be compared; null where they have none in common.</summary>
    public static string? ExplainSilence(ComparedRow first, ComparedRow second)
    {
        var common = second.Results.Keys.Concat(second.Unscored.Keys).Where(key => first.Results.ContainsKey(key) || first.Unscored.ContainsKey(key)).ToList();
        return common.Count == 0 ? null
            : !common.Exists(key => first.Results.ContainsKey(key) && second.Results.ContainsKey(key)) ? FormattableString.Invariant($"{common.Count} samples are in both runs, and none of them is scored in both. First run: {first.Describe(common)}. Second run: {second.Describe(common)}.")
            : first.Scored.Aggregation != second.Scored.Aggregation ? $"The verdicts of the first run become one number as {first.Scored.Aggregation}, those of the second as {second.Scored.Aggregation}. Score one run as the other was."
            : $"The samples that both runs have do not define the metric, {second.Summary.Metric}.";
    }

    private string Describe(List<(string Id, int Epoch)> samples)
    {
        var silent = samples.Where(Unscored.ContainsKey).Select(key => (key.Id, Unscored[key].Outcome, Unscored[key].Why)).GroupBy(sample => sample.Outcome).OrderBy(group => group.Key)
            .Select(group => FormattableString.Invariant($"{group.Count()} {OutcomeName.Of(group.Key)}{(group.FirstOrDefault(sample => sample.Why is not null) is { Why: { } why } told ? $" ({told.Id}: {why.TrimEnd('.')})" : "")}"));
        return string.Join(", ", silent.DefaultIfEmpty("all are scored"));
    }
}
