using System.Globalization;

namespace MedBench.Running;

/// <summary>Writes what a run took into <c>report.md</c>: row by row, what samples share, and all together.</summary>
internal static class MarkdownUsage
{
    public static void Write(TextWriter text, RunSummary summary)
    {
        text.WriteLine();
        text.WriteLine("## Usage");
        text.WriteLine();
        text.WriteLine("| benchmark | model | strategy | calls | tokens in | tokens out | US dollars |");
        text.WriteLine("|---|---|---|---:|---:|---:|---:|");
        foreach (var cell in summary.Cells)
        {
            WriteRow(text, MarkdownText.Escape(cell.Benchmark), MarkdownText.Escape(cell.Model), MarkdownText.Escape(cell.Strategy), cell.Calls, cell.InputTokens, cell.OutputTokens, cell.Cost);
        }

        foreach (var part in summary.Shared)
        {
            WriteRow(text, MarkdownText.Escape(part.Benchmark), MarkdownText.Escape(part.Model), part.IsEmbeddings ? "embeddings, of the whole run" : $"shared by samples (role {MarkdownText.Escape(part.Role)})", part.Calls, part.InputTokens, part.OutputTokens, part.Cost);
        }

        WriteRow(text, "all", "", "", summary.Calls, summary.InputTokens, summary.OutputTokens, summary.Cost);
    }

    private static void WriteRow(TextWriter text, string benchmark, string model, string strategy, long calls, long? input, long? output, decimal? cost)
        => text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {benchmark} | {model} | {strategy} | {calls} | {Number(input)} | {Number(output)} | {Number(cost)} |"));

    private static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "–";
}
