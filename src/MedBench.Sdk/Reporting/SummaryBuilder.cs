namespace MedBench.Running;

/// <summary>Builds the summary from results that stream by in the order of the plan.</summary>
/// <param name="manifest">The run's manifest, which knows the metrics and how many samples there are to be.</param>
internal sealed class SummaryBuilder(RunManifest manifest)
{
    private readonly Dictionary<CellKey, CellAccumulator> cells = [];
    private readonly List<CellAccumulator> order = [];
    private long finished;
    private long failed;

    public void Add(SampleResult result)
    {
        if (result.Outcome == Outcome.Failed)
        {
            failed++;
        }
        else
        {
            finished++;
        }

        var key = CellKey.Of(result);
        if (!cells.TryGetValue(key, out var cell))
        {
            cells[key] = cell = new CellAccumulator(key, manifest);
            order.Add(cell);
        }

        cell.Add(result);
    }

    /// <param name="folder">The run folder.</param>
    /// <param name="journal">The journal's path.</param>
    /// <param name="stopped">Why the run stopped early; null where it did not.</param>
    public RunSummary Build(string folder, string journal, string? stopped)
    {
        var rows = order.Select((cell, i) => (Summary: cell.Build(Previous(i)), cell.Headline)).ToList();
        IReadOnlyList<CellSummary> summaries = [.. rows.Select(row => row.Summary)];
        return new RunSummary
        {
            Folder = folder,
            Total = manifest.Total,
            Finished = finished,
            Failed = failed,
            Stopped = stopped,
            Warnings = [.. JudgeWarnings.Find(manifest, summaries), .. RowWarnings.Find(manifest, summaries), .. order.SelectMany(cell => cell.Warnings)],
            Roles = manifest.Roles,
            JudgeCard = manifest.JudgeCard,
            Cells = [.. summaries.Select(cell => RangeCut.Apply(cell, manifest))],
            Shared = SharedCalls.Read(journal, manifest, order.ConvertAll(cell => cell.Key)),
            Comparisons = [.. rows.Where(row => row.Summary.Score is not null).GroupBy(row => row.Summary.Benchmark, StringComparer.Ordinal).Select(benchmark => BenchmarkComparer.Compare([.. benchmark])).OfType<BenchmarkComparison>()],
            References = ReferenceComparer.Compare(summaries, manifest, manifest.References),
        };
    }

    private CellAccumulator? Previous(int i)
        => i > 0 && order[i - 1].Key is var previous && previous.Benchmark == order[i].Key.Benchmark && previous.Model == order[i].Key.Model ? order[i - 1] : null;
}
