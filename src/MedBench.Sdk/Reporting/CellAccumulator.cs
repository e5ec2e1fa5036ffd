namespace MedBench.Running;

/// <summary>Collects the results of one cell.</summary>
internal sealed class CellAccumulator(RunCell cell)
{
    private readonly ScoreAccumulator headline = new();
    private readonly SortedDictionary<(string Tag, string Value), ScoreAccumulator> groups = [];
    private readonly SortedDictionary<string, ScoreAccumulator> further = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Outcome, int> outcomes = [];
    private readonly SortedSet<string> reportedModels = new(StringComparer.Ordinal);
    private int samples;
    private long calls;
    private long? inputTokens = 0;
    private long? outputTokens = 0;

    public RunCell Cell => cell;

    /// <summary>Gets the headline value of each sample in the denominator, by (id, epoch).</summary>
    public Dictionary<(string Id, int Epoch), (double Value, bool Binary)> Values { get; } = [];

    public void Add(SampleResult result)
    {
        samples++;
        calls += result.Calls;
        inputTokens += result.InputTokens;
        outputTokens += result.OutputTokens;
        outcomes[result.Outcome] = outcomes.GetValueOrDefault(result.Outcome) + 1;
        reportedModels.UnionWith(result.ReportedModels);
        var cluster = result.ClusterId ?? result.Id;
        AddHeadline(result, cluster);
        foreach (var (scorer, score) in result.Scores.Skip(1))
        {
            if (score.Value is { } value)
            {
                further.TryAdd(scorer, new ScoreAccumulator());
                further[scorer].Add(value, cluster, isBinary: false);
            }
        }
    }

    public CellSummary Build(CellAccumulator? previous)
    {
        var benchmark = cell.Benchmark.Selection.Benchmark;
        var score = headline.Summarize();
        var unknown = outcomes.GetValueOrDefault(Outcome.Unparsed) + outcomes.GetValueOrDefault(Outcome.Failed) + outcomes.GetValueOrDefault(Outcome.Unsupported);
        return new CellSummary
        {
            Benchmark = benchmark.Card.Id,
            Model = cell.Model.Info.Id,
            Strategy = cell.Strategy.Info.Id,
            Metric = benchmark.Scorers[0].Info.Metric,
            DenominatorPolicy = benchmark.Scorers[0].Info.DenominatorPolicy,
            Samples = samples,
            Denominator = headline.Count,
            Outcomes = outcomes,
            Score = score,
            LowerBound = samples == 0 ? null : headline.Sum / samples,
            UpperBound = samples == 0 ? null : (headline.Sum + unknown) / samples,
            MajorityBaseline = Baseline(),
            Groups = [.. groups.Where(group => group.Value.Count > 0).Select(group => new GroupSummary(group.Key.Tag, group.Key.Value, group.Value.Summarize()!.Value, group.Value.Count))],
            FurtherScores = further.ToDictionary(pair => pair.Key, pair => pair.Value.Sum / pair.Value.Count),
            VersusPrevious = previous is null ? null : PairedComparer.Compare(previous.Cell.Strategy.Info.Id, previous.Values, Values),
            Defects = cell.Benchmark.DefectCounts,
            ReportedModels = [.. reportedModels],
            Calls = calls,
            InputTokens = inputTokens,
            OutputTokens = outputTokens,
        };
    }

    private void AddHeadline(SampleResult result, string cluster)
    {
        var score = result.Scores[0].Score;
        if (score.Outcome is Outcome.Failed or Outcome.Unsupported)
        {
            return;
        }

        var (value, binary) = (score.Value ?? 0, score.Outcome != Outcome.Graded);
        headline.Add(value, cluster, binary);
        Values[(result.Id, result.Epoch)] = (value, binary);
        foreach (var (tag, name) in result.Tags)
        {
            if (!groups.TryGetValue((tag, name), out var group))
            {
                groups[(tag, name)] = group = new ScoreAccumulator();
            }

            group.Add(value, cluster, binary);
        }
    }

    private double? Baseline()
    {
        var counts = cell.Benchmark.AnswerCounts;
        return counts.Count == 0 ? null : (double)counts.Values.Max() / cell.Benchmark.Count;
    }
}
