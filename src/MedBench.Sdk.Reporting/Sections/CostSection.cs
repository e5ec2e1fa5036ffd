using System.Globalization;

namespace MedBench.Reporting;

/// <summary>What a point of score costs: money where prices are known, tokens where usage is, else model calls; and how long calls take.</summary>
internal static class CostSection
{
    public static void Write(HtmlWriter html, IReadOnlyList<CellSummary> cells, bool hasShared, IReadOnlyDictionary<CellSummary, double> seconds)
    {
        var scored = cells.Where(cell => cell.Score is not null && cell.Samples > 0).ToList();
        if (scored.Count < 2)
        {
            return;
        }

        var unit = CostUnit.Of(scored);
        html.Element("h3", "Score against cost");
        using (html.Open("figure"))
        {
            var points = scored.ConvertAll(cell => new PlotPoint(unit.PerSample(cell), cell.Score!.Value.Estimate, cell.Score.Value.Lower, cell.Score.Value.Upper, Name(cell, cells)));
            var scale = PlotScale.Of(scored.Select(cell => new IntervalRow(cell.Strategy, cell.Score)));
            var across = PlotAxis.UpTo($"{unit.Name} per sample", points.Select(point => point.X), unit.Format);
            CurvePlot.Write(
                html,
                $"{cells[0].Benchmark}: {cells[0].Metric} against {unit.Name} per sample",
                string.Join("; ", points.Select(point => $"{point.Label} {ReportText.Percent(point.Y)} at {unit.Format(point.X)}")),
                across,
                new PlotAxis(cells[0].Metric, scale.Lower, scale.Upper, ReportText.Tick),
                points,
                [],
                Frontier(points, across.Upper));
            html.Element("figcaption", "Squares are scores with their 95 % intervals. Dashed: the frontier, the best score that was had for each cost or less; what lies below it is beaten by something cheaper.");
        }

        HtmlTable.Write(
            html,
            "Cost per sample",
            ["strategy", "model", Column.Number("score"), Column.Number("model calls"), Column.Number("tokens"), Column.Number("US dollars"), Column.Number("seconds of calls")],
            scored.Select(cell => (string[])[
                cell.Strategy, cell.Model, ReportText.Estimate(cell.Score, cell), Number((double)cell.Calls / cell.Samples, "0.##"),
                cell.InputTokens + cell.OutputTokens is { } tokens ? Number((double)tokens / cell.Samples, "0") : ReportText.Nothing,
                cell.Cost is { } cost ? Number((double)cost / cell.Samples, "0.######") : ReportText.Nothing,
                seconds.TryGetValue(cell, out var duration) ? Number(duration / cell.Samples, "0.###") : ReportText.Nothing]));
        if (hasShared)
        {
            html.Element("p", "Calls that samples share, such as the writing of exemplars' rationales, and those for vectors are in no row's cost; the table of scores counts them on a line of their own.", ("class", "note"));
        }
    }

    /// <summary>Steps over the points that nothing cheaper equals or beats: between two of them nobody knows of a better score than the lower one's.</summary>
    private static List<(double X, double Y)> Frontier(IEnumerable<PlotPoint> points, double end)
    {
        var frontier = new List<(double X, double Y)>();
        foreach (var point in points.OrderBy(point => point.X).ThenByDescending(point => point.Y))
        {
            if (frontier.Count == 0 || point.Y > frontier[^1].Y)
            {
                if (frontier.Count > 0)
                {
                    frontier.Add((point.X, frontier[^1].Y));
                }

                frontier.Add((point.X, point.Y));
            }
        }

        frontier.Add((end, frontier[^1].Y));

        return frontier;
    }

    private static string Name(CellSummary cell, IReadOnlyList<CellSummary> cells)
        => cells.Select(other => other.Model).Distinct(StringComparer.Ordinal).Count() == 1 ? cell.Strategy : $"{cell.Strategy} · {cell.Model}";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
