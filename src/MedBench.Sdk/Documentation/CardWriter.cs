using System.Globalization;
using System.Text.Json;

namespace MedBench.Documentation;

/// <summary>Writes a benchmark's card in the structure of the BenchmarkCards collection; nothing that the card does not say is made up.</summary>
internal static class CardWriter
{
    private const string Unknown = BenchmarkCardDocument.Unspecified;

    public static byte[] Write(BenchmarkCard card, IBenchmark? benchmark)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteDetails(json, card);
            WritePurpose(json, card);
            WriteData(json, card);
            WriteMethodology(json, card, benchmark);
            WriteRisks(json);
            WriteEthics(json, card);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteDetails(Utf8JsonWriter json, BenchmarkCard card)
    {
        json.WriteStartObject("benchmark_details");
        json.WriteBoolean("is_benchmark", true);
        json.WriteString("name", card.Title);
        json.WriteString("abbreviation", card.Id);
        json.WriteString("overview", Unknown);
        json.WriteString("data_type", card.Modality);
        WriteList(json, "domains", []);
        WriteList(json, "languages", card.Languages);
        WriteList(json, "similar_benchmarks", []);
        WriteList(json, "resources", [card.Citation, .. card.Terms is null ? [] : new[] { card.Terms.AbsoluteUri }, .. card.Downloads.Select(download => download.Repository).Distinct(StringComparer.Ordinal)]);
        json.WriteEndObject();
    }

    private static void WritePurpose(Utf8JsonWriter json, BenchmarkCard card)
    {
        json.WriteStartObject("purpose_and_intended_users");
        json.WriteString("goal", Unknown);
        WriteList(json, "audience", []);
        WriteList(json, "tasks", [card.Kind]);
        json.WriteString("limitations", card.Remarks.Count == 0 ? Unknown : string.Join(' ', card.Remarks));
        WriteList(json, "out_of_scope_uses", []);
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, BenchmarkCard card)
    {
        json.WriteStartObject("data");
        json.WriteString("source", card.Citation);
        json.WriteString("size", string.Join(", ", card.Splits.Select(split => $"{split.Name}: {split.Count?.ToString("N0", CultureInfo.InvariantCulture) ?? Unknown}")));
        json.WriteString("format", Unknown);
        json.WriteString("annotation", Unknown);
        json.WriteEndObject();
    }

    private static void WriteMethodology(Utf8JsonWriter json, BenchmarkCard card, IBenchmark? benchmark)
    {
        json.WriteStartObject("methodology");
        WriteList(json, "methods", benchmark?.DefaultStrategy.Info.Description is { Length: > 0 } method ? [method] : []);
        WriteList(json, "metrics", [.. (benchmark?.Scorers.Select(scorer => scorer.Info.Metric) ?? []).Prepend(card.PrimaryMetric).Distinct(StringComparer.Ordinal)]);
        json.WriteString("calculation", benchmark is null ? Unknown : string.Join(' ', benchmark.Scorers.Select(scorer => $"{scorer.Info.Metric}: {scorer.Info.DenominatorPolicy}.")));
        json.WriteString("interpretation", Unknown);
        json.WriteString("baseline_results", card.MajorityBaseline is { } baseline ? string.Create(CultureInfo.InvariantCulture, $"always the most frequent answer: {100 * baseline:F1} %") : Unknown);
        json.WriteString("validation", Unknown);
        json.WriteEndObject();
    }

    private static void WriteRisks(Utf8JsonWriter json)
    {
        json.WriteStartObject("targeted_risks");
        WriteList(json, "risk_categories", []);
        json.WriteStartObject("atlas_risks");
        WriteList(json, "risks", []);
        json.WriteEndObject();
        json.WriteString("demographic_analysis", Unknown);
        json.WriteString("harm", Unknown);
        json.WriteEndObject();
    }

    private static void WriteEthics(Utf8JsonWriter json, BenchmarkCard card)
    {
        json.WriteStartObject("ethical_and_legal_considerations");
        json.WriteString("privacy_and_anonymity", card.AccessTier == AccessTier.Restricted ? "Records under a data use agreement; they must not reach a remote model unless the agreement covers it." : Unknown);
        json.WriteString("data_licensing", card.License);
        json.WriteString("consent_procedures", Unknown);
        json.WriteString("compliance_with_regulations", Unknown);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
