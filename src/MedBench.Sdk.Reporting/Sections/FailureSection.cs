namespace MedBench.Reporting;

/// <summary>What failed and why.</summary>
internal static class FailureSection
{
    private const int MostColumns = 400;

    public static void Write(HtmlWriter html, ReportContent content)
    {
        using var section = html.Open("section");
        html.Element("h2", "What failed and why");
        var count = content.Summary.Cells.Sum(cell => cell.Outcomes.GetValueOrDefault(Outcome.Failed) + cell.Outcomes.GetValueOrDefault(Outcome.Unsupported));
        if (count == 0)
        {
            html.Element("p", "No sample failed, and none was unsupported.");
            return;
        }

        HtmlTable.Write(
            html,
            content.Errors.Count < count ? $"The first {ReportText.Count(content.Errors.Count)} of {ReportText.Count(count)}; results.jsonl has all" : "All samples that failed or were unsupported",
            ["sample", "why", "outcome", "strategy", "model", "benchmark"],
            content.Errors.Select(result => (string[])[
                result.Id, ReportText.Cut(result.Error ?? result.Scores[0].Score.Explanation ?? "No reason was recorded.", MostColumns),
                ReportText.Name(result.Outcome), result.Strategy, result.Model, result.Benchmark]));
    }
}
