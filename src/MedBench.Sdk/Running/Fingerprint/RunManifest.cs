using System.Globalization;
using System.Text.Json;

namespace MedBench.Running;

/// <summary>The file <c>manifest.json</c>: which run a folder holds.</summary>
internal sealed record RunManifest
{
    public const int FormatVersion = 1;

    public required IReadOnlyDictionary<string, string> Fingerprint { get; init; }

    public required string Hash { get; init; }

    public required IReadOnlyDictionary<string, string> About { get; init; }

    /// <summary>Gets the cards of the benchmarks, in the plan's order; empty in a run of a version that kept none.</summary>
    public required IReadOnlyList<BenchmarkCard> Cards { get; init; }

    /// <summary>Gets the published numbers of the benchmarks; empty in a run that was begun without any.</summary>
    public IReadOnlyList<ReferenceResult> References { get; init; } = [];

    /// <summary>Gets the prices by <c>models/ID</c> and <c>roles/ROLE</c>, of models that have one: they make the costs of the results.</summary>
    public IReadOnlyDictionary<string, ModelPrice> Prices { get; init; } = new Dictionary<string, ModelPrice>(StringComparer.Ordinal);

    /// <summary>Gets the ranges of scores by <see cref="RangePath"/>, of scorers that state one; empty in a run of a version that kept none.</summary>
    public IReadOnlyDictionary<string, ScoreRange> Ranges { get; init; } = new Dictionary<string, ScoreRange>(StringComparer.Ordinal);

    /// <summary>Gets for which <c>BENCHMARK/SPLIT</c> the user named a file; null in a run of a version that did not record it.</summary>
    public IReadOnlyList<string>? Named { get; init; }

    /// <summary>Gets the number of samples of the whole run.</summary>
    public long Total => long.Parse(Fingerprint["samples"], CultureInfo.InvariantCulture);

    /// <summary>Gets the largest share of a row's samples that may have failed before its score is withheld.</summary>
    public double FailureBudget => double.Parse(Fingerprint["failure-budget"], CultureInfo.InvariantCulture);

    /// <summary>Gets how often each sample is answered.</summary>
    public int Epochs => int.Parse(Fingerprint["epochs"], CultureInfo.InvariantCulture);

    /// <summary>Gets the ids of the models that play parts beside the subject, by role.</summary>
    public IReadOnlyDictionary<string, string> Roles
    {
        get
        {
            const string Prefix = "roles/";
            const string Suffix = "/id";
            return RunFingerprint.Ordered(Fingerprint)
                .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal) && pair.Key.EndsWith(Suffix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[Prefix.Length..^Suffix.Length], pair => pair.Value, StringComparer.Ordinal);
        }
    }

    /// <summary>Gets the card of the judge; null where the plan had none.</summary>
    public JudgeCard? JudgeCard => Fingerprint.TryGetValue("judge-card", out var card) ? JudgeCard.Parse(card) : null;

    /// <summary>Returns how many samples a row has.</summary>
    public long CountOf(CellKey row)
        => long.Parse(Fingerprint.GetValueOrDefault(RowPath(row.Benchmark, row.Model, row.Strategy)) ?? Fingerprint[$"benchmarks/{row.Benchmark}/count"], CultureInfo.InvariantCulture) * Epochs;

    /// <summary>Returns the hash of a row's samples.</summary>
    public string SamplesOf(string benchmark, string model, string strategy)
        => Fingerprint.GetValueOrDefault($"{RowPath(benchmark, model, strategy)}/samples") ?? Fingerprint[$"benchmarks/{benchmark}/samples"];

    /// <summary>Names the count of a row that has samples of its own.</summary>
    public static string RowPath(string benchmark, string model, string strategy) => $"benchmarks/{benchmark}/rows/{model}/{strategy}";

    public bool HasBenchmark(string id) => Fingerprint.ContainsKey($"benchmarks/{id}/metric");

    public string Metric(string benchmark) => Fingerprint[$"benchmarks/{benchmark}/metric"];

    /// <summary>Returns a further scorer's metric; its id in a run of a version that did not record it.</summary>
    public string Metric(string benchmark, string scorer) => Fingerprint.GetValueOrDefault($"benchmarks/{benchmark}/scorers/{scorer}/metric") ?? scorer;

    /// <summary>Returns how a scorer's verdicts become one number; null names the headline's.</summary>
    public Aggregation Aggregation(string benchmark, string? scorer)
        => Fingerprint.TryGetValue(scorer is null ? $"benchmarks/{benchmark}/aggregation" : $"benchmarks/{benchmark}/scorers/{scorer}/aggregation", out var name)
            ? Enum.TryParse<Aggregation>(name, out var aggregation) ? aggregation
                : throw new InvalidDataException($"The manifest says that {benchmark} is aggregated by '{name}', which this version does not know. Use the version of the SDK that wrote it, or restore manifest.json.")
            : MedBench.Aggregation.Mean;

    /// <summary>Names a scorer's range; null names the headline's.</summary>
    public static string RangePath(string benchmark, string? scorer) => scorer is null ? benchmark : $"{benchmark}/{scorer}";

    /// <summary>Returns the range of a scorer's values; null where none is stated, and for a part of its verdicts.</summary>
    public ScoreRange? RangeOf(string benchmark, string? scorer) => Ranges.TryGetValue(RangePath(benchmark, scorer), out var range) ? range : null;

    public string DenominatorPolicy(string benchmark) => Fingerprint[$"benchmarks/{benchmark}/denominator"];

    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("format", FormatVersion);
        json.WriteString("hash", Hash);
        WriteMap(json, "fingerprint", Fingerprint);
        WriteMap(json, "about", About);
        WritePrices(json);
        WriteRanges(json);
        json.WriteStartArray("cards");
        foreach (var card in Cards)
        {
            CardJson.Write(json, card);
        }

        json.WriteEndArray();
        if (Named is not null)
        {
            json.WriteStartArray("named");
            foreach (var split in Named)
            {
                json.WriteStringValue(split);
            }

            json.WriteEndArray();
        }

        if (References.Count > 0)
        {
            json.WriteStartArray("references");
            foreach (var reference in References)
            {
                ReferenceJson.Write(json, reference);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static RunManifest Read(string path) => Read(File.ReadAllBytes(path), path);

    /// <param name="utf8">The file's content.</param>
    /// <param name="path">Its name, for errors.</param>
    public static RunManifest Read(ReadOnlyMemory<byte> utf8, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var format = root.GetProperty("format").GetInt32();
            return format == FormatVersion
                ? new RunManifest
                {
                    Hash = root.GetProperty("hash").GetString()!,
                    Fingerprint = ReadMap(root.GetProperty("fingerprint")),
                    About = ReadMap(root.GetProperty("about")),
                    Cards = root.TryGetProperty("cards", out var cards) ? [.. cards.EnumerateArray().Select(CardJson.Read)] : [],
                    Named = root.TryGetProperty("named", out var named) ? [.. named.EnumerateArray().Select(split => split.GetString()!)] : null,
                    References = root.TryGetProperty("references", out var references) ? [.. references.EnumerateArray().Select(ReferenceJson.Read)] : [],
                    Prices = root.TryGetProperty("prices", out var prices) ? ReadPrices(prices) : new Dictionary<string, ModelPrice>(),
                    Ranges = root.TryGetProperty("ranges", out var ranges) ? ranges.EnumerateObject().ToDictionary(scorer => scorer.Name, scorer => ReadRange(scorer.Value), StringComparer.Ordinal) : new Dictionary<string, ScoreRange>(),
                }
                : throw new InvalidDataException($"{path} has format {format}; this version reads format {FormatVersion}. Use the version of the SDK that wrote it.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is not a run's manifest: {exception.Message} Choose another folder, or restore the file.", exception);
        }
    }

    private void WritePrices(Utf8JsonWriter json)
    {
        if (Prices.Count == 0)
        {
            return;
        }

        json.WriteStartObject("prices");
        foreach (var (model, price) in Prices.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(model);
            json.WriteNumberValue(price.InputPerMillion);
            json.WriteNumberValue(price.OutputPerMillion);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteRanges(Utf8JsonWriter json)
    {
        if (Ranges.Count == 0)
        {
            return;
        }

        json.WriteStartObject("ranges");
        foreach (var (scorer, range) in Ranges.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(scorer);
            SummaryJson.WriteNumber(json, "lower", range.Lower);
            SummaryJson.WriteNumber(json, "upper", range.Upper);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static ScoreRange ReadRange(JsonElement range)
    {
        var (lower, upper) = (range.GetProperty("lower"), range.GetProperty("upper"));
        return new ScoreRange(lower.ValueKind == JsonValueKind.Null ? double.NegativeInfinity : lower.GetDouble(), upper.ValueKind == JsonValueKind.Null ? double.PositiveInfinity : upper.GetDouble());
    }

    private static Dictionary<string, ModelPrice> ReadPrices(JsonElement json)
        => json.EnumerateObject().ToDictionary(model => model.Name, model => new ModelPrice(model.Value[0].GetDecimal(), model.Value[1].GetDecimal()), StringComparer.Ordinal);

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in RunFingerprint.Ordered(map))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static Dictionary<string, string> ReadMap(JsonElement json)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            map[property.Name] = property.Value.GetString()!;
        }

        return map;
    }
}
