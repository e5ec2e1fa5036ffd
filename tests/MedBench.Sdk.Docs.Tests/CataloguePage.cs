using System.Globalization;
using System.Text;

namespace MedBench.Docs.Tests;

/// <summary>Writes docs/benchmarks/README.md from the cards of all benchmarks.</summary>
internal static class CataloguePage
{
    public static string Explain(BenchmarkStatus status) => status switch
    {
        BenchmarkStatus.Reproduced => "reproduced: published outputs were scored again and gave the published numbers",
        BenchmarkStatus.Loaded => "loaded: published files, or an extract of them, were read and counted",
        _ => "schema: written from the published schema; no published file was at hand",
    };

    public static string Write(IEnumerable<BenchmarkCard> cards)
    {
        var all = cards.ToList();
        var text = new StringBuilder("""
            # Benchmarks

            Written from the cards by a test; `medbench list benchmarks` prints the same. A size is that of the split that a run evaluates unless it names another.

            - **schema**: written from the published schema and tested with records of our own; no published file was at hand.
            - **loaded**: published files, or an extract of them, were read and counted.
            - **reproduced**: published outputs were scored again and gave the published numbers.


            """.ReplaceLineEndings("\n"));
        foreach (var kind in all.GroupBy(card => card.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {char.ToUpperInvariant(kind.Key[0])}{kind.Key[1..]}\n\n| id | title | languages | samples | metric | licence | access | status |\n|---|---|---|---:|---|---|---|---|\n");
            foreach (var card in kind.OrderBy(card => card.Id, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"| [`{card.Id}`]({card.Id}.md) | {card.Title} | {string.Join(" ", card.Languages)} | {card.EvaluationSplit.Count?.ToString("N0", CultureInfo.InvariantCulture) ?? "any"} | {card.PrimaryMetric} | {card.License} | {card.AccessTier.ToString().ToLowerInvariant()} | {card.Status.ToString().ToLowerInvariant()} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }
}
