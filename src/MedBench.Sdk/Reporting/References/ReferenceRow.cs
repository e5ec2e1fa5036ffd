using System.Globalization;

namespace MedBench.Running;

/// <summary>A row of a run with what its manifest says of how it came about.</summary>
internal sealed class ReferenceRow(CellSummary cell, RunManifest manifest)
{
    private readonly string path = $"benchmarks/{cell.Benchmark}";

    public CellSummary Cell => cell;

    public RunManifest Manifest => manifest;

    public string? Split => manifest.Fingerprint.GetValueOrDefault($"{path}/split");

    /// <summary>Gets how many samples of the benchmark the plan has, each counted once.</summary>
    public int Items => int.Parse(manifest.Fingerprint[$"{path}/count"], CultureInfo.InvariantCulture);

    /// <summary>Gets how many samples the split has by its card; null where that is not known.</summary>
    public int? SplitCount => manifest.Cards.FirstOrDefault(card => card.Id == cell.Benchmark)?.Splits.FirstOrDefault(split => split.Name == Split)?.Count;

    public int Epochs => manifest.Epochs;

    /// <summary>Gets how many samples are to end, each counted as often as it is answered.</summary>
    public long Planned => manifest.CountOf(new CellKey(cell.Benchmark, cell.Model, cell.Strategy));

    /// <summary>Returns a parameter of the strategy; null where it has none of that name.</summary>
    public string? Parameter(string name) => manifest.Fingerprint.GetValueOrDefault($"{path}/strategies/{cell.Strategy}/{name}");
}
