using System.Globalization;

namespace MedBench.Cli;

/// <summary>The catalogue of benchmarks in aligned columns: kind, languages, size of the evaluated split, access tier, status, licence.</summary>
internal static class BenchmarkTable
{
    private static readonly string[] Header = ["kind", "languages", "samples", "tier", "status", "licence"];

    /// <summary>Returns one row for each card, the header first.</summary>
    public static IEnumerable<(string Id, string Text)> Rows(IEnumerable<BenchmarkCard> cards)
    {
        (string Id, string[] Columns)[] rows = [("", Header), .. cards.OrderBy(card => card.Kind, StringComparer.Ordinal).ThenBy(card => card.Id, StringComparer.Ordinal).Select(card => (card.Id, Columns(card)))];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(column => rows.Max(row => row.Columns[column].Length))];
        return rows.Select(row => (row.Id, string.Join("  ", row.Columns.Select((text, column) => column == Header.Length - 1 ? text : text.PadRight(widths[column])))));
    }

    private static string[] Columns(BenchmarkCard card) =>
    [
        card.Kind,
        string.Join(' ', card.Languages),
        card.EvaluationSplit.Count?.ToString("N0", CultureInfo.InvariantCulture) ?? "any",
        card.AccessTier.ToString().ToLowerInvariant(),
        card.Status.ToString().ToLowerInvariant(),
        card.License,
    ];
}
