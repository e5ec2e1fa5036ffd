namespace MedBench.Reporting;

/// <summary>One benchmark: the plot of its rows, and the tables behind it.</summary>
internal static class BenchmarkSection
{
    public static void Write(HtmlWriter html, IReadOnlyList<CellSummary> cells, ReportContent content)
    {
        var first = cells[0];
        using var section = html.Open("section");
        html.Element("h2", first.Benchmark);
        html.Element("p", Describe(first, content.Fingerprint));
        if (content.Cards.FirstOrDefault(card => card.Id == first.Benchmark) is { } card)
        {
            WriteCard(html, card, content.Items.Detail);
        }

        WritePlot(html, cells);
        IReadOnlyList<SharedUsage> shared = [.. content.Summary.Shared.Where(part => part.IsEmbeddings || part.Benchmark == first.Benchmark)];
        ScoreTables.Write(html, cells, shared, content.Summary.Comparisons.FirstOrDefault(comparison => comparison.Benchmark == first.Benchmark));
        ReferenceSection.Write(html, first.Benchmark, content.Summary.References);
        OutcomeTable.Write(html, cells);
        GroupFigures.Write(html, cells);
        CalibrationSection.Write(html, cells);
        CostSection.Write(html, cells, shared.Count > 0, content.Seconds);
    }

    private static string Describe(CellSummary cell, IReadOnlyDictionary<string, string> fingerprint)
    {
        var path = $"benchmarks/{cell.Benchmark}";
        return $"Version {fingerprint.GetValueOrDefault($"{path}/version", "unknown")}, split {fingerprint.GetValueOrDefault($"{path}/split", "unknown")}. Metric: {cell.Metric}.";
    }

    private static void WriteCard(HtmlWriter html, BenchmarkCard card, ItemDetail detail)
    {
        using (html.Open("dl", ("class", "card")))
        {
            foreach (var (name, value) in new[] { ("title", card.Title), ("to cite", card.Citation), ("licence", card.License), ("access", ReportText.Name(card.AccessTier)) })
            {
                html.Element("dt", name);
                html.Element("dd", value);
            }
        }

        if (card.AccessTier == AccessTier.Restricted)
        {
            html.Element("p", detail == ItemDetail.Texts
                ? "Restricted: this file holds prompts and replies of restricted records. It may go only where they may."
                : "Restricted: prompts and replies, and answers and notes longer than a label, are left out of this file.", ("class", "warning"));
        }
    }

    private static void WritePlot(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        var rows = Rows(cells).ToList();
        if (!rows.Exists(row => row.Score is not null))
        {
            html.Element("p", cells.Any(cell => cell.Withheld is not null) ? "No score can be shown." : "Nothing was scored yet.", ("class", "warning"));
            return;
        }

        var hasBaseline = rows.Exists(row => row.Baseline is not null);
        using var figure = html.Open("figure");
        IntervalPlot.Write(
            html,
            $"{cells[0].Benchmark}: {cells[0].Metric} with 95 % intervals",
            string.Join("; ", cells.Where(cell => cell.Score is not null).Select(cell => $"{cell.Strategy} with {cell.Model} {ReportText.Percent(cell.Score?.Estimate)}, {ReportText.Range(cell.Score)}")),
            rows);
        html.Element("figcaption", $"{cells[0].Metric}: squares are scores, lines their 95 % intervals.{(hasBaseline ? $" Dashed: always giving the most frequent right answer, {Baselines(cells)}." : "")}");
    }

    private static IEnumerable<IntervalRow> Rows(IReadOnlyList<CellSummary> cells)
    {
        var models = cells.GroupBy(cell => cell.Model, StringComparer.Ordinal).ToList();
        foreach (var model in models)
        {
            if (models.Count > 1)
            {
                yield return new IntervalRow(model.Key);
            }

            foreach (var cell in model.Where(cell => cell.Score is not null))
            {
                yield return new IntervalRow(cell.Strategy, cell.Score, cell.MajorityBaseline);
            }
        }
    }

    private static string Baselines(IReadOnlyList<CellSummary> cells)
        => string.Join(" / ", cells.Where(cell => cell.MajorityBaseline is not null).Select(cell => ReportText.Percent(cell.MajorityBaseline)).Distinct(StringComparer.Ordinal));
}
