namespace MedBench.Reporting;

/// <summary>How the samples ended, which of them the score counts, and how far the rest could move it.</summary>
internal static class OutcomeTable
{
    public static void Write(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        var outcomes = Enum.GetValues<Outcome>().Where(outcome => cells.Any(cell => cell.Outcomes.GetValueOrDefault(outcome) > 0)).ToList();
        HtmlTable.Write(
            html,
            "Outcomes and denominators",
            ["strategy", "model", .. outcomes.Select(outcome => Column.Number(ReportText.Name(outcome))), Column.Number("samples"), Column.Number("denominator"), Column.Number("lower bound"), Column.Number("upper bound")],
            cells.Select(cell => (string[])[
                cell.Strategy, cell.Model, .. outcomes.Select(outcome => ReportText.Count(cell.Outcomes.GetValueOrDefault(outcome))), ReportText.Count(cell.Samples), ReportText.Count(cell.Denominator),
                ReportText.Percent(cell.LowerBound), ReportText.Percent(cell.UpperBound)]));
        html.Element("p", $"Denominator: {cells[0].DenominatorPolicy}. The bounds count everything unparsed, failed or unsupported as wrong and as right.", ("class", "note"));
        foreach (var cell in cells.Where(cell => cell.TruncatedReplies > 0))
        {
            html.Element("p", $"{ReportText.Count(cell.TruncatedReplies)} replies to {cell.Strategy} of {cell.Model} were cut at the token limit; they are scored where an answer could be read.", ("class", "note"));
        }

        WriteDefects(html, cells);
    }

    private static void WriteDefects(HtmlWriter html, IReadOnlyList<CellSummary> cells)
    {
        if (cells.Any(cell => cell.Defects.Count > 0))
        {
            HtmlTable.Write(
                html,
                "Data defects that loading repaired or noticed",
                ["strategy", "model", "defect", Column.Number("samples")],
                cells.SelectMany(cell => cell.Defects.Select(defect => (string[])[cell.Strategy, cell.Model, defect.Key, ReportText.Count(defect.Value)])));
        }
        else
        {
            html.Element("p", "Loading these samples met no data defect.", ("class", "note"));
        }
    }
}
