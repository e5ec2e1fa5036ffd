using System.Globalization;

namespace MedBench.Cli;

/// <summary>Writes the published numbers that a run may be compared with, and how many may not be.</summary>
internal static class ReferenceTable
{
    public static void Write(TextWriter output, RunSummary summary)
    {
        if (summary.References.Count == 0)
        {
            return;
        }

        var comparable = summary.References.Where(comparison => comparison.IsComparable).ToList();
        if (comparable.Count > 0)
        {
            output.WriteLine(Row("published by", "model", "published", "your row", "points", "95 % interval", "p"));
            foreach (var comparison in comparable)
            {
                var difference = comparison.Difference!.Value;
                output.WriteLine(Terminal.Strip(Row(
                    comparison.Reference.Id,
                    comparison.Reference.Model,
                    Format($"{100 * comparison.Reference.Value:F1} %"),
                    comparison.Strategy,
                    Format($"{100 * difference.Estimate:+0.0;-0.0;0.0}"),
                    double.IsFinite(difference.Upper - difference.Lower) ? Format($"{100 * difference.Lower:+0.0;-0.0;0.0} to {100 * difference.Upper:+0.0;-0.0;0.0}") : "unbounded",
                    comparison.PValue is { } p ? p < 0.001 ? "< 0.001" : Format($"{p:F3}") : "–")));
                if (comparison.Remarks.Count > 0)
                {
                    output.WriteLine(Terminal.Strip($"  {string.Join(" ", comparison.Remarks)}"));
                }
            }
        }

        var refused = summary.References.Where(comparison => !comparison.IsComparable).Select(comparison => comparison.Reference.Id).Distinct(StringComparer.Ordinal).Except(comparable.Select(comparison => comparison.Reference.Id)).Count();
        if (refused > 0)
        {
            output.WriteLine(Format($"{refused} further published number{(refused == 1 ? " of this benchmark does" : "s of this benchmark do")} not compare with this run; report.md says why."));
        }
    }

    private static string Row(params string[] cells) => $"{cells[0],-36} {cells[1],-20} {cells[2],9} {cells[3],-12} {cells[4],7} {cells[5],-16} {cells[6],8}".TrimEnd();

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
