using System.Text.Json;

namespace MedBench.Running;

/// <summary>Writes and reads a benchmark's card as the manifest keeps it.</summary>
internal static class CardJson
{
    public static void Write(Utf8JsonWriter json, BenchmarkCard card)
    {
        json.WriteStartObject();
        json.WriteString("id", card.Id);
        json.WriteString("version", card.Version);
        json.WriteString("title", card.Title);
        json.WriteString("citation", card.Citation);
        json.WriteString("license", card.License);
        json.WriteString("accessTier", card.AccessTier.ToString());
        WriteTexts(json, "languages", card.Languages);
        json.WriteString("modality", card.Modality);
        json.WriteStartArray("splits");
        foreach (var split in card.Splits)
        {
            json.WriteStartObject();
            json.WriteString("name", split.Name);
            WriteNumber(json, "count", split.Count);
            WriteTexts(json, "files", split.Files);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("primaryMetric", card.PrimaryMetric);
        WriteTexts(json, "promptFields", card.PromptFields);
        WriteNumber(json, "majorityBaseline", card.MajorityBaseline);
        WriteTexts(json, "requiredRoles", card.RequiredRoles);
        WriteTexts(json, "suppliedRoles", card.SuppliedRoles);
        WriteTexts(json, "remarks", card.Remarks);
        json.WriteEndObject();
    }

    public static BenchmarkCard Read(JsonElement json) => new()
    {
        Id = Text(json, "id"),
        Version = Text(json, "version"),
        Title = Text(json, "title"),
        Citation = Text(json, "citation"),
        License = Text(json, "license"),
        AccessTier = Enum.TryParse<AccessTier>(Text(json, "accessTier"), out var tier) ? tier : throw new FormatException($"'{Text(json, "accessTier")}' is no access tier."),
        Languages = Texts(json, "languages"),
        Modality = Text(json, "modality"),
        Splits = [.. json.GetProperty("splits").EnumerateArray().Select(split => new SplitInfo
        {
            Name = Text(split, "name"),
            Count = split.TryGetProperty("count", out var count) ? count.GetInt32() : null,
            Files = Texts(split, "files"),
        })],
        PrimaryMetric = Text(json, "primaryMetric"),
        PromptFields = Texts(json, "promptFields"),
        MajorityBaseline = json.TryGetProperty("majorityBaseline", out var baseline) ? baseline.GetDouble() : null,
        RequiredRoles = Texts(json, "requiredRoles"),
        SuppliedRoles = json.TryGetProperty("suppliedRoles", out _) ? Texts(json, "suppliedRoles") : [],
        Remarks = Texts(json, "remarks"),
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
