using System.Globalization;

namespace MedBench.Reporting;

/// <summary>Says first what the numbers are worth: whether the run is complete, and what else a reader must know.</summary>
internal static class HeadlineSection
{
    public static void Write(HtmlWriter html, RunSummary summary)
    {
        using var header = html.Open("header");
        html.Element("h1", "Evaluation report");
        html.Element("p", Completeness(summary), ("class", summary.IsComplete ? "status complete" : "status incomplete"), ("role", "status"));
        html.Element("p", Extent(summary));
        if (summary.Roles.Count > 0)
        {
            html.Element("p", $"Further parts: {string.Join(", ", summary.Roles.Select(role => $"{role.Key} {role.Value}"))}.");
        }

        foreach (var warning in Warnings(summary))
        {
            html.Element("p", warning, ("class", "warning"));
        }
    }

    private static string Completeness(RunSummary summary) => summary.IsComplete
        ? Format($"Complete: all {ReportText.Count(summary.Total)} samples ended.")
        : Format($"Incomplete: {ReportText.Count(summary.Finished)} of {ReportText.Count(summary.Total)} samples, {ReportText.Count(summary.Failed)} failed. The scores below are of the samples so far. {summary.Stopped ?? "Run the plan again to continue."}");

    private static string Extent(RunSummary summary) => string.Join(" · ", [
        Plural(summary.Cells.Select(cell => cell.Benchmark), "benchmark"),
        Plural(summary.Cells.Select(cell => cell.Model), "model"),
        Plural(summary.Cells.Select(cell => cell.Strategy), "strategy", "strategies"),
        $"{ReportText.Count(summary.Calls)} model calls{(summary.Shared.Count > 0 ? $", {ReportText.Count(summary.Shared.Sum(part => part.Calls))} of them shared by samples" : "")}"]);

    private static IEnumerable<string> Warnings(RunSummary summary)
        => summary.Warnings.Concat(summary.Cells.Where(cell => cell.ReportedModels.Count > 1).DistinctBy(cell => (cell.Model, string.Join('\n', cell.ReportedModels)))
            .Select(cell => $"The endpoint of {cell.Model} answered as more than one model: {string.Join(", ", cell.ReportedModels)}."));

    private static string Plural(IEnumerable<string> names, string one, string? many = null)
    {
        var count = names.Distinct(StringComparer.Ordinal).Count();
        return Format($"{count} {(count == 1 ? one : many ?? one + "s")}");
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
