namespace MedBench.Running;

/// <summary>Builds the summary from results that stream by in order.</summary>
internal sealed class SummaryBuilder(IReadOnlyList<RunCell> cells)
{
    private readonly List<CellAccumulator> accumulators = [.. cells.Select(cell => new CellAccumulator(cell))];
    private readonly Dictionary<(string Benchmark, string Model, string Strategy), int> index = cells
        .Select((cell, i) => ((cell.Benchmark.Selection.Benchmark.Card.Id, cell.Model.Info.Id, cell.Strategy.Info.Id), i))
        .ToDictionary(pair => pair.Item1, pair => pair.i);

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

        accumulators[index[(result.Benchmark, result.Model, result.Strategy)]].Add(result);
    }

    public RunSummary Build(string folder, long total, string? stopped) => new()
    {
        Folder = folder,
        Total = total,
        Finished = finished,
        Failed = failed,
        Stopped = stopped,
        Cells = [.. accumulators.Select((accumulator, i) => accumulator.Build(Previous(i)))],
    };

    private CellAccumulator? Previous(int i)
        => i > 0 && ReferenceEquals(cells[i - 1].Benchmark, cells[i].Benchmark) && ReferenceEquals(cells[i - 1].Model, cells[i].Model) ? accumulators[i - 1] : null;
}
