using System.Globalization;
using MedBench.Statistics;

namespace MedBench.Reporting;

/// <summary>The numbers behind the plot, how the rows differ, and what further scorers found.</summary>
internal static class ScoreTables
{
    public static void Write(HtmlWriter html, IReadOnlyList<CellSummary> cells, IReadOnlyList<SharedUsage> shared, BenchmarkComparison? comparison)
    {
        HtmlTable.Write(
            html,
            $"Scores: {cells[0].Metric}",
            ["strategy", "model", Column.Number("score"), Column.Number("95 % interval"), "interval", Column.Number("n"), Column.Number("majority baseline"), Column.Number("calls"), Column.Number("tokens in"), Column.Number("tokens out")],
            cells.Select(cell => (string[])[
                cell.Strategy, cell.Model, ReportText.Estimate(cell.Score, cell), ReportText.Range(cell.Score), cell.Score?.Method ?? ReportText.Nothing, ReportText.Count(cell.Denominator),
                ReportText.Percent(cell.MajorityBaseline), ReportText.Count(cell.Calls), ReportText.Count(cell.InputTokens), ReportText.Count(cell.OutputTokens)])
                .Concat(shared.Select(part => (string[])[
                    part.IsEmbeddings ? "embeddings, of the whole run" : "shared by samples", part.Model, ReportText.Nothing, ReportText.Nothing, ReportText.Nothing, ReportText.Nothing,
                    ReportText.Nothing, ReportText.Count(part.Calls), ReportText.Count(part.InputTokens), ReportText.Count(part.OutputTokens)])));
        foreach (var cell in cells.Where(cell => cell.Withheld is not null))
        {
            html.Element("p", $"The score of {cell.Strategy} with {cell.Model} is withheld, and so is every difference from or to it: {cell.Withheld}", ("class", "warning"));
        }

        if (comparison is not null)
        {
            WriteDifferences(html, comparison, cells.Select(cell => cell.Model).Distinct(StringComparer.Ordinal).Count() == 1);
        }

        WriteFurther(html, [.. cells.Where(cell => cell.FurtherScores.Count > 0)]);
        WriteVariance(html, [.. cells.Where(cell => cell.Variance is not null)]);
    }

    private static void WriteDifferences(HtmlWriter html, BenchmarkComparison comparison, bool hasOneModel)
    {
        HtmlTable.Write(
            html,
            "Paired differences, in points, over the samples that both rows have",
            ["row", "compared with", Column.Number("difference"), Column.Number("95 % interval"), Column.Number("gained"), Column.Number("lost"), Column.Number("pairs"), "test", Column.Number("p"), Column.Number("p after Holm")],
            comparison.Pairs.Select(pair => (string[])[
                Name(pair.Second, pair.First, hasOneModel), Name(pair.First, pair.Second, hasOneModel), ReportText.Points(pair.Comparison.Difference.Estimate), ReportText.PointRange(pair.Comparison.Difference),
                ReportText.Count(pair.Comparison.Gained), ReportText.Count(pair.Comparison.Lost), ReportText.Count(pair.Comparison.Pairs), pair.Comparison.Test ?? ReportText.Nothing,
                ReportText.Probability(pair.Comparison.PValue), ReportText.Probability(pair.Comparison.AdjustedPValue)]));
        if (comparison.CochranQ is { } q)
        {
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"All rows together, over the {comparison.CommonSamples} samples that all have: Cochran's Q = {q:F2}, p {(comparison.CochranPValue < 0.001 ? "" : "= ")}{ReportText.Probability(comparison.CochranPValue)}."), ("class", "note"));
        }
    }

    private static void WriteFurther(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        if (cells.Count > 0)
        {
            HtmlTable.Write(
                html,
                "Further scores, over the samples that they are of",
                ["strategy", "model", "score of", Column.Number("value"), Column.Number("95 % interval"), Column.Number("n")],
                cells.SelectMany(cell => cell.FurtherScores.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (string[])[
                    cell.Strategy, cell.Model, pair.Key, ReportText.Value(pair.Value.Score.Estimate), ReportText.ValueRange(pair.Value.Score), ReportText.Count(pair.Value.Count)])));
        }
    }

    private static void WriteVariance(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        if (cells.Count > 0)
        {
            HtmlTable.Write(
                html,
                "Repeated samples: where the uncertainty comes from, in points",
                ["strategy", "model", Column.Number("epochs"), Column.Number("standard error, new samples"), Column.Number("standard error, same samples run again"), Column.Number("share of variance between samples")],
                cells.Select(cell => (Cell: cell, Variance: cell.Variance!)).Select(pair => (string[])[
                    pair.Cell.Strategy, pair.Cell.Model, pair.Variance.Epochs.ToString("0.##", CultureInfo.InvariantCulture), Points(pair.Variance.StandardError), Points(pair.Variance.RerunStandardError),
                    ReportText.Percent(pair.Variance.IntraclassCorrelation)]));
        }
    }

    private static string Points(double error) => (100 * error).ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>Names a row, first by what differs from the other.</summary>
    private static string Name(CellSummary row, CellSummary other, bool hasOneModel) => hasOneModel ? row.Strategy : row.Model == other.Model ? $"{row.Strategy} · {row.Model}" : $"{row.Model} · {row.Strategy}";
}
