using System.Globalization;
using System.Text;
using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>Writes <c>report.md</c>: the headline table, then each row with its outcomes, bounds and groups.</summary>
internal static class MarkdownReport
{
    public static void Write(Stream stream, RunSummary summary)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("# Evaluation report");
        text.WriteLine();
        text.WriteLine(summary.IsComplete
            ? Format($"{summary.Finished} of {summary.Total} samples, complete.")
            : Format($"**Incomplete: {summary.Finished} of {summary.Total} samples** ({summary.Failed} failed). {Escape(summary.Stopped ?? "Run the plan again to continue.")}"));
        text.WriteLine();
        text.WriteLine("| benchmark | model | strategy | score | 95 % interval | change | n | unparsed | baseline |");
        text.WriteLine("|---|---|---|---:|---|---|---:|---:|---:|");
        foreach (var cell in summary.Cells)
        {
            text.WriteLine(Format($"| {Escape(cell.Benchmark)} | {Escape(cell.Model)} | {Escape(cell.Strategy)} | {Estimate(cell.Score, cell)} | {Range(cell.Score)} | {Change(cell.VersusPrevious)} | {cell.Denominator} | {Percent(cell.UnparsedRate)} | {Percent(cell.MajorityBaseline)} |"));
        }

        foreach (var cell in summary.Cells.Where(cell => cell.Withheld is not null))
        {
            text.WriteLine();
            text.WriteLine($"**The score of {Escape(cell.Strategy)} with {Escape(cell.Model)} on {Escape(cell.Benchmark)} is withheld**, and so is every change from or to it: {cell.Withheld}");
        }

        if (summary.Roles.Count > 0)
        {
            text.WriteLine();
            text.WriteLine($"Further parts: {string.Join(", ", summary.Roles.Select(role => $"{Escape(role.Key)} {Escape(role.Value)}"))}.");
        }

        foreach (var warning in summary.Warnings)
        {
            text.WriteLine();
            text.WriteLine($"**Warning:** {Escape(warning)}");
        }

        foreach (var benchmark in summary.Comparisons)
        {
            WriteComparison(text, benchmark);
        }

        MarkdownReferences.Write(text, summary.References);
        foreach (var cell in summary.Cells)
        {
            WriteCell(text, cell);
        }

        if (summary.JudgeCard is { } card)
        {
            WriteCard(text, card);
        }

        MarkdownUsage.Write(text, summary);
    }

    private static void WriteCard(StreamWriter text, JudgeCard card)
    {
        text.WriteLine();
        text.WriteLine($"## Judge {Escape(card.Judge)}");
        text.WriteLine();
        text.WriteLine(Format($"Qualified {card.Date:yyyy-MM-dd} on {card.Items} items (panel {card.PanelHash[..12]}): {(card.IsPassed ? "passed" : "**not passed**")}; Cohen's kappa with the labels {(card.Kappa is { } kappa ? Format($"{kappa:F2}") : "–")}."));
        text.WriteLine();
        text.WriteLine("| probe | n | value | 95 % interval | demand | without verdict | passed |");
        text.WriteLine("|---|---:|---:|---|---|---:|---|");
        foreach (var probe in card.Probes)
        {
            text.WriteLine(Format($"| {Escape(probe.Name)} | {probe.Count} | {Percent(probe.Value?.Estimate)} | {Range(probe.Value)} | {(probe.IsCeiling ? "upper end at most" : "lower end at least")} {Percent(probe.Threshold)} | {probe.WithoutVerdict} | {(probe.IsPassed ? "yes" : "**no**")} |"));
        }
    }

    private static void WriteComparison(StreamWriter text, BenchmarkComparison benchmark)
    {
        text.WriteLine();
        text.WriteLine($"## {Escape(benchmark.Benchmark)}: paired differences");
        text.WriteLine();
        text.WriteLine("| row | compared with | difference in points | gained | lost | pairs | test | p | p after Holm |");
        text.WriteLine("|---|---|---|---:|---:|---:|---|---:|---:|");
        foreach (var (first, second, comparison) in benchmark.Pairs)
        {
            text.WriteLine(Format($"| {Escape(second.Strategy)} · {Escape(second.Model)} | {Escape(first.Strategy)} · {Escape(first.Model)} | {Change(comparison)} | {comparison.Gained} | {comparison.Lost} | {comparison.Pairs} | {comparison.Test ?? "–"} | {Probability(comparison.PValue)} | {Probability(comparison.AdjustedPValue)} |"));
        }

        if (benchmark.CochranQ is { } q)
        {
            text.WriteLine();
            text.WriteLine(Format($"Over the {benchmark.CommonSamples} samples that all rows have, Cochran's Q = {q:F2}, p {(benchmark.CochranPValue < 0.001 ? "" : "= ")}{Probability(benchmark.CochranPValue)}."));
        }
    }

    private static void WriteCell(StreamWriter text, CellSummary cell)
    {
        text.WriteLine();
        text.WriteLine($"## {Escape(cell.Benchmark)} · {Escape(cell.Strategy)} · {Escape(cell.Model)}");
        text.WriteLine();
        text.WriteLine(Format($"- metric: {Escape(cell.Metric)} {Estimate(cell.Score, cell)}{(cell.Score is { } score ? $", {score.Method} 95 % interval {Range(score)}" : "")}; majority baseline {Percent(cell.MajorityBaseline)}"));
        text.WriteLine($"- denominator: {Escape(cell.DenominatorPolicy)}");
        text.WriteLine(Format($"- bounds if everything unread, failed or unsupported were wrong / right: {Percent(cell.LowerBound)} / {Percent(cell.UpperBound)}"));
        text.WriteLine("- outcomes: " + string.Join(", ", cell.Outcomes.Select(pair => Format($"{OutcomeName.Of(pair.Key)} {pair.Value}"))) + Format($"; together {cell.Samples}"));
        if (cell.Defects.Count > 0)
        {
            text.WriteLine("- data: " + string.Join(", ", cell.Defects.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Format($"{Escape(pair.Key)} {pair.Value}"))));
        }

        if (cell.ReportedModels.Count > 0)
        {
            text.WriteLine("- reported model: " + string.Join(", ", cell.ReportedModels.Select(Escape)));
        }

        if (cell.ReportedModels.Count > 1)
        {
            text.WriteLine("- **Warning: the endpoint answered as more than one model, so the score mixes them.** Pin a dated model id, or compare the samples by `reportedModels` in results.jsonl.");
        }

        if (cell.TruncatedReplies > 0)
        {
            text.WriteLine(Format($"- replies cut at the token limit: {cell.TruncatedReplies} of {cell.Calls} calls; scored where an answer could be read"));
        }

        if (cell.Calibration is { } calibration)
        {
            text.WriteLine(Format($"- confidence: mean {Percent(calibration.MeanConfidence)} at accuracy {Percent(calibration.Accuracy)} of {calibration.Count} answers; Brier {calibration.Brier:F3}, ECE {calibration.ExpectedError:F3}, AURC {calibration.RiskCoverageArea:F3}"));
        }

        if (cell.Variance is { } variance)
        {
            text.WriteLine(Format($"- repeated {variance.Epochs:0.##} times: standard error {100 * variance.StandardError:F2} points for new samples, {100 * variance.RerunStandardError:F2} for the same samples run again"));
        }

        if (cell.FurtherScores.Count > 0)
        {
            text.WriteLine();
            text.WriteLine("| further score | value | 95 % interval | n |");
            text.WriteLine("|---|---:|---|---:|");
            foreach (var (name, further) in cell.FurtherScores.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                text.WriteLine(Format($"| {Escape(name)} | {further.Score.Estimate:F3} | {(double.IsFinite(further.Score.Upper - further.Score.Lower) ? Format($"{further.Score.Lower:F3} to {further.Score.Upper:F3}") : "unbounded")} | {further.Count} |"));
            }
        }

        foreach (var tag in cell.Groups.GroupBy(group => group.Tag, StringComparer.Ordinal))
        {
            text.WriteLine();
            text.WriteLine($"| {Escape(tag.Key)} | score | 95 % interval | n |");
            text.WriteLine("|---|---:|---|---:|");
            foreach (var group in tag)
            {
                text.WriteLine(Format($"| {Escape(group.Value)} | {Estimate(group.Score, cell)} | {Range(group.Score)} | {group.Denominator} |"));
            }
        }
    }

    private static string Estimate(Interval? score, CellSummary cell) => cell.Withheld is null ? Percent(score?.Estimate) : "withheld";

    private static string Percent(double? value) => value is { } number ? Format($"{100 * number:F1} %") : "–";

    private static string Range(Interval? interval) => interval switch
    {
        null => "–",
        { } value when double.IsFinite(value.Lower) && double.IsFinite(value.Upper) => Format($"{100 * value.Lower:F1} to {100 * value.Upper:F1}"),
        _ => "unbounded",
    };

    private static string Change(PairedComparison? comparison) => comparison is null
        ? "–"
        : Format($"{100 * comparison.Difference.Estimate:+0.0;-0.0;0.0} ({(double.IsFinite(comparison.Difference.Upper - comparison.Difference.Lower) ? Format($"{100 * comparison.Difference.Lower:+0.0;-0.0;0.0} to {100 * comparison.Difference.Upper:+0.0;-0.0;0.0}") : "unbounded")})");

    private static string Probability(double? value) => value switch
    {
        null => "–",
        < 0.001 => "< 0.001",
        { } number => Format($"{number:F3}"),
    };

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => MarkdownText.Escape(text);
}
