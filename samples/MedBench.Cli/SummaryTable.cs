using System.Globalization;

namespace MedBench.Cli;

/// <summary>Writes a summary as a table of plain text.</summary>
internal static class SummaryTable
{
    public static void Write(TextWriter output, RunSummary summary)
    {
        output.WriteLine(Row("benchmark", "strategy", "score", "95 % interval", "change", "n", "unparsed", "baseline"));
        var hasSeveralModels = summary.Cells.Select(cell => cell.Model).Distinct(StringComparer.Ordinal).Skip(1).Any();
        foreach (var cell in summary.Cells)
        {
            output.WriteLine(Row(
                cell.Benchmark,
                cell.Strategy,
                cell.Withheld is null ? Percent(cell.Score?.Estimate) : "withheld",
                cell.Score switch
                {
                    null => "–",
                    { } score when double.IsFinite(score.Upper - score.Lower) => string.Create(CultureInfo.InvariantCulture, $"{100 * score.Lower:F1} to {100 * score.Upper:F1}"),
                    _ => "unbounded",
                },
                cell.VersusPrevious is { } change ? string.Create(CultureInfo.InvariantCulture, $"{100 * change.Difference.Estimate:+0.0;-0.0;0.0}") : "–",
                cell.Denominator.ToString(CultureInfo.InvariantCulture),
                Percent(cell.UnparsedRate),
                Percent(cell.MajorityBaseline)));
            output.WriteLine("  " + string.Join(", ", cell.Outcomes.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key.ToString().ToLowerInvariant()} {pair.Value}"))) + string.Create(CultureInfo.InvariantCulture, $"; together {cell.Samples}{(hasSeveralModels ? $"; {Terminal.Strip(cell.Model)}" : "")}"));
            if (cell.Withheld is not null)
            {
                output.WriteLine($"  The score is withheld, and so is every change from or to it: {cell.Withheld}");
            }

            if (cell.TruncatedReplies > 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {cell.TruncatedReplies} of {cell.Calls} replies were cut at the token limit; raise --max-tokens."));
            }

            if (cell.ReportedModels.Count > 1)
            {
                output.WriteLine(Terminal.Strip($"  Warning: the endpoint answered as more than one model: {string.Join(", ", cell.ReportedModels)}."));
            }
        }

        foreach (var (role, model) in summary.Roles)
        {
            output.WriteLine(Terminal.Strip($"{role}: {model}"));
        }

        foreach (var warning in summary.Warnings)
        {
            output.WriteLine(Terminal.Strip($"Warning: {warning}"));
        }

        ReferenceTable.Write(output, summary);
        output.WriteLine($"usage: {Usage(summary.Calls, summary.InputTokens, summary.OutputTokens, summary.Cost)}");
        foreach (var part in summary.Shared)
        {
            output.WriteLine(Terminal.Strip($"  of these {(part.IsEmbeddings ? $"for vectors ({part.Model})" : $"shared by samples of {part.Benchmark} ({part.Role} {part.Model})")}: {Usage(part.Calls, part.InputTokens, part.OutputTokens, part.Cost)}"));
        }

        output.WriteLine($"run folder: {summary.Folder}");
    }

    private static string Usage(long calls, long? input, long? output, decimal? cost) => string.Create(
        CultureInfo.InvariantCulture,
        $"{calls} call{(calls == 1 ? "" : "s")}{(input is null || output is null ? "" : FormattableString.Invariant($", {input} tokens in, {output} out"))}{(cost is null or 0 ? "" : FormattableString.Invariant($", {cost:0.######} US dollars"))}");

    private static string Row(params string[] cells)
        => string.Create(CultureInfo.InvariantCulture, $"{cells[0],-20} {cells[1],-12} {cells[2],8} {cells[3],-16} {cells[4],8} {cells[5],7} {cells[6],9} {cells[7],9}").TrimEnd();

    private static string Percent(double? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{100 * number:F1} %") : "–";
}
