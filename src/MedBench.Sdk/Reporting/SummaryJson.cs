using System.Text.Json;
using MedBench.Statistics;

namespace MedBench.Running;

/// <summary>Writes <c>summary.json</c>.</summary>
internal static class SummaryJson
{
    public const int FormatVersion = 1;

    public const string Shared = "shared";

    /// <summary>Gets what summaries of versions that did not count shared calls lack.</summary>
    public static IReadOnlyList<string> Totals { get; } = ["calls", "inputTokens", "outputTokens", "cost", Shared];

    public static void Write(Stream stream, RunSummary summary)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("format", FormatVersion);
        json.WriteNumber("total", summary.Total);
        json.WriteNumber("finished", summary.Finished);
        json.WriteNumber("failed", summary.Failed);
        json.WriteBoolean("complete", summary.IsComplete);
        WriteUsage(json, summary.Calls, summary.InputTokens, summary.OutputTokens, summary.Cost);
        if (summary.Stopped is not null)
        {
            json.WriteString("stopped", summary.Stopped);
        }

        if (summary.Warnings.Count > 0)
        {
            json.WriteStartArray("warnings");
            foreach (var warning in summary.Warnings)
            {
                json.WriteStringValue(warning);
            }

            json.WriteEndArray();
        }

        if (summary.Roles.Count > 0)
        {
            json.WriteStartObject("roles");
            foreach (var (role, model) in summary.Roles)
            {
                json.WriteString(role, model);
            }

            json.WriteEndObject();
        }

        if (summary.JudgeCard is { } card)
        {
            json.WritePropertyName("judgeCard");
            card.Write(json);
        }

        json.WriteStartArray("cells");
        foreach (var cell in summary.Cells)
        {
            WriteCell(json, cell);
        }

        json.WriteEndArray();
        WriteShared(json, summary.Shared);
        json.WriteStartArray("comparisons");
        foreach (var benchmark in summary.Comparisons)
        {
            WriteBenchmark(json, benchmark);
        }

        json.WriteEndArray();
        if (summary.References.Count > 0)
        {
            ReferenceComparisonJson.Write(json, summary.References);
        }

        json.WriteEndObject();
    }

    private static void WriteBenchmark(Utf8JsonWriter json, BenchmarkComparison benchmark)
    {
        json.WriteStartObject();
        json.WriteString("benchmark", benchmark.Benchmark);
        WriteNumber(json, "cochranQ", benchmark.CochranQ);
        WriteNumber(json, "cochranP", benchmark.CochranPValue);
        json.WriteNumber("commonSamples", benchmark.CommonSamples);
        json.WriteStartArray("pairs");
        foreach (var (first, second, comparison) in benchmark.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("model", second.Model);
            json.WriteString("strategy", second.Strategy);
            json.WriteString("withModel", first.Model);
            json.WriteString("withStrategy", first.Strategy);
            WriteChange(json, comparison);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, CellSummary cell)
    {
        json.WriteStartObject();
        json.WriteString("benchmark", cell.Benchmark);
        json.WriteString("model", cell.Model);
        json.WriteString("strategy", cell.Strategy);
        json.WriteString("metric", cell.Metric);
        json.WriteString("denominatorPolicy", cell.DenominatorPolicy);
        json.WriteNumber("samples", cell.Samples);
        json.WriteNumber("denominator", cell.Denominator);
        json.WriteStartObject("outcomes");
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            json.WriteNumber(OutcomeName.Of(outcome), cell.Outcomes.GetValueOrDefault(outcome));
        }

        json.WriteEndObject();
        WriteInterval(json, "score", cell.Score);
        json.WriteString("withheld", cell.Withheld);
        WriteNumber(json, "lowerBound", cell.LowerBound);
        WriteNumber(json, "upperBound", cell.UpperBound);
        WriteNumber(json, "majorityBaseline", cell.MajorityBaseline);
        json.WriteNumber("unparsedRate", cell.UnparsedRate);
        WriteComparison(json, cell.VersusPrevious);
        WriteFurther(json, cell.FurtherScores);
        WriteCalibration(json, cell);
        WriteMap(json, "defects", cell.Defects.ToDictionary(pair => pair.Key, pair => (double)pair.Value));
        json.WriteStartArray("groups");
        foreach (var group in cell.Groups)
        {
            json.WriteStartObject();
            json.WriteString("tag", group.Tag);
            json.WriteString("value", group.Value);
            json.WriteNumber("denominator", group.Denominator);
            WriteInterval(json, "score", group.Score);
            WriteComparison(json, group.VersusPrevious);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("reportedModels");
        foreach (var model in cell.ReportedModels)
        {
            json.WriteStringValue(model);
        }

        json.WriteEndArray();
        json.WriteNumber("truncatedReplies", cell.TruncatedReplies);
        WriteUsage(json, cell.Calls, cell.InputTokens, cell.OutputTokens, cell.Cost);
        json.WriteEndObject();
    }

    private static void WriteShared(Utf8JsonWriter json, IReadOnlyList<SharedUsage> shared)
    {
        json.WriteStartArray(Shared);
        foreach (var part in shared)
        {
            json.WriteStartObject();
            json.WriteString("benchmark", part.Benchmark);
            json.WriteString("role", part.Role);
            json.WriteString("model", part.Model);
            WriteUsage(json, part.Calls, part.InputTokens, part.OutputTokens, part.Cost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUsage(Utf8JsonWriter json, long calls, long? inputTokens, long? outputTokens, decimal? cost)
    {
        json.WriteNumber("calls", calls);
        WriteNumber(json, "inputTokens", inputTokens);
        WriteNumber(json, "outputTokens", outputTokens);
        WriteNumber(json, "cost", (double?)cost);
    }

    private static void WriteComparison(Utf8JsonWriter json, PairedComparison? comparison)
    {
        if (comparison is null)
        {
            return;
        }

        json.WriteStartObject("versusPrevious");
        json.WriteString("with", comparison.With);
        WriteChange(json, comparison);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, PairedComparison comparison)
    {
        json.WriteNumber("pairs", comparison.Pairs);
        json.WriteNumber("gained", comparison.Gained);
        json.WriteNumber("lost", comparison.Lost);
        WriteInterval(json, "difference", comparison.Difference);
        json.WriteString("test", comparison.Test);
        WriteNumber(json, "p", comparison.PValue);
        WriteNumber(json, "adjustedP", comparison.AdjustedPValue);
    }

    private static void WriteFurther(Utf8JsonWriter json, IReadOnlyDictionary<string, MetricSummary> scores)
    {
        json.WriteStartObject("furtherScores");
        foreach (var (name, metric) in scores.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(name);
            json.WriteString("metric", metric.Metric);
            json.WriteNumber("count", metric.Count);
            WriteInterval(json, "score", metric.Score);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCalibration(Utf8JsonWriter json, CellSummary cell)
    {
        if (cell.Calibration is { } calibration)
        {
            json.WriteStartObject("calibration");
            json.WriteNumber("count", calibration.Count);
            json.WriteNumber("accuracy", calibration.Accuracy);
            json.WriteNumber("meanConfidence", calibration.MeanConfidence);
            json.WriteNumber("brier", calibration.Brier);
            WriteNumber(json, "logScore", calibration.LogScore);
            json.WriteNumber("expectedError", calibration.ExpectedError);
            json.WriteNumber("adaptiveExpectedError", calibration.AdaptiveExpectedError);
            json.WriteNumber("debiasedExpectedError", calibration.DebiasedExpectedError);
            json.WriteNumber("rootMeanSquareError", calibration.RootMeanSquareError);
            json.WriteNumber("riskCoverageArea", calibration.RiskCoverageArea);
            json.WriteEndObject();
        }

        foreach (var sets in cell.PredictionSets)
        {
            json.WriteStartObject(FormattableString.Invariant($"predictionSets{100 * sets.Level:0}"));
            json.WriteNumber("calibrated", sets.CalibrationCount);
            json.WriteNumber("meanSetSize", sets.MeanSetSize);
            WriteInterval(json, "coverage", sets.Coverage);
            json.WriteEndObject();
        }

        if (cell.Variance is { } variance)
        {
            json.WriteStartObject("variance");
            json.WriteNumber("items", variance.ItemVariance);
            json.WriteNumber("sampling", variance.SamplingVariance);
            json.WriteNumber("standardError", variance.StandardError);
            json.WriteNumber("rerunStandardError", variance.RerunStandardError);
            json.WriteEndObject();
        }
    }

    public static void WriteInterval(Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } value)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("estimate", value.Estimate);
        WriteNumber(json, "lower", value.Lower);
        WriteNumber(json, "upper", value.Upper);
        json.WriteNumber("confidence", value.Confidence);
        json.WriteString("method", value.Method);
        json.WriteEndObject();
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        // JSON has no infinity: an interval without a bound is null there.
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, double> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(key, value);
        }

        json.WriteEndObject();
    }
}
