using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>Compares the rows of a run with published numbers.</summary>
internal static class ReferenceComparer
{
    /// <summary>Compares every row with every number of its benchmark, in the order of the rows and of the numbers.</summary>
    public static IReadOnlyList<ReferenceComparison> Compare(IReadOnlyList<CellSummary> cells, RunManifest manifest, IReadOnlyList<ReferenceResult> references)
        => [.. cells.GroupBy(cell => cell.Benchmark, StringComparer.Ordinal).SelectMany(benchmark => Adjust(
            [.. benchmark.SelectMany(cell => references.Where(reference => reference.Benchmark == cell.Benchmark).Select(reference => Compare(new ReferenceRow(cell, manifest), reference)))]))];

    private static ReferenceComparison Compare(ReferenceRow row, ReferenceResult reference)
    {
        var comparison = new ReferenceComparison
        {
            Reference = reference,
            Benchmark = row.Cell.Benchmark,
            Model = row.Cell.Model,
            Strategy = row.Cell.Strategy,
            Refusals = [.. ReferenceRefusals.Find(row, reference)],
        };
        return comparison.IsComparable && ReferenceTest.FindScore(row.Cell, reference.Metric) is var (score, count, scorer)
            ? ReferenceTest.Apply(comparison with { Remarks = [.. ReferenceRefusals.Remarks(row, reference)] }, score, count) with { Score = RangeCut.Apply(score, row.Manifest.RangeOf(row.Cell.Benchmark, scorer)) }
            : comparison;
    }

    private static List<ReferenceComparison> Adjust(List<ReferenceComparison> comparisons)
    {
        var tested = comparisons.Where(comparison => comparison.PValue is not null).Select(comparison => comparison.PValue!.Value).ToList();
        if (tested.Count < 2)
        {
            return comparisons;
        }

        var adjusted = new Queue<double>(Multiplicity.Holm(tested));
        return comparisons.ConvertAll(comparison => comparison.PValue is null ? comparison : comparison with { AdjustedPValue = adjusted.Dequeue() });
    }
}
