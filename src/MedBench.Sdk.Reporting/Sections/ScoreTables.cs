namespace MedBench.Reporting;

/// <summary>The numbers behind the plot, what the steps from strategy to strategy gained, and the other scorers' means.</summary>
internal static class ScoreTables
{
    public static void Write(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        HtmlTable.Write(
            html,
            $"Scores: {cells[0].Metric}",
            ["strategy", "model", Column.Number("score"), Column.Number("95 % interval"), "interval", Column.Number("n"), Column.Number("majority baseline"), Column.Number("calls"), Column.Number("tokens in"), Column.Number("tokens out")],
            cells.Select(cell => (string[])[
                cell.Strategy, cell.Model, ReportText.Estimate(cell.Score, cell), ReportText.Range(cell.Score), cell.Score?.Method ?? ReportText.Nothing, ReportText.Count(cell.Denominator),
                ReportText.Percent(cell.MajorityBaseline), ReportText.Count(cell.Calls), ReportText.Count(cell.InputTokens), ReportText.Count(cell.OutputTokens)]));
        foreach (var cell in cells.Where(cell => cell.Withheld is not null))
        {
            html.Element("p", $"The score of {cell.Strategy} with {cell.Model} is withheld, and so is every difference from or to it: {cell.Withheld}", ("class", "warning"));
        }

        WriteDifferences(html, [.. cells.Where(cell => cell.VersusPrevious is not null)]);
        WriteFurther(html, [.. cells.Where(cell => cell.FurtherScores.Count > 0)]);
    }

    private static void WriteDifferences(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        if (cells.Count == 0)
        {
            return;
        }

        HtmlTable.Write(
            html,
            "Paired differences, in points, over the samples that both strategies have",
            ["strategy", "compared with", "model", Column.Number("difference"), Column.Number("95 % interval"), Column.Number("gained"), Column.Number("lost"), Column.Number("pairs"), Column.Number("McNemar p")],
            cells.Select(cell => (Cell: cell, Change: cell.VersusPrevious!)).Select(pair => (string[])[
                pair.Cell.Strategy, pair.Change.With, pair.Cell.Model, ReportText.Points(pair.Change.Difference.Estimate), ReportText.PointRange(pair.Change.Difference),
                ReportText.Count(pair.Change.Gained), ReportText.Count(pair.Change.Lost), ReportText.Count(pair.Change.Pairs), ReportText.Probability(pair.Change.PValue)]));
    }

    private static void WriteFurther(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        if (cells.Count > 0)
        {
            HtmlTable.Write(
                html,
                "Further scorers, means over the samples that they scored",
                ["strategy", "model", "scorer", Column.Number("mean")],
                cells.SelectMany(cell => cell.FurtherScores.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (string[])[cell.Strategy, cell.Model, pair.Key, ReportText.Percent(pair.Value)])));
        }
    }
}
