using System.Buffers.Text;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MedBench.Cli;

/// <summary>Chosen questions of a benchmark: the file that <c>medbench subset</c> writes and <c>--subset</c> of <c>run</c> and <c>prompt</c> reads.</summary>
internal sealed record Subset
{
    private const int FormatVersion = 1;

    /// <summary>Gets the name under which a run of the subset stands in reports.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the whole benchmark.</summary>
    public required string Benchmark { get; init; }

    public required string Version { get; init; }

    public required string Split { get; init; }

    /// <summary>Gets by which rule and of whose answers the questions were chosen.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets the SHA-256 of the files that the choosing runs read.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Gets the ids of the questions, in the order of the benchmark.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    public static Option<string?> CreateOption() => new("--subset") { Description = "File of chosen questions instead of a benchmark; see 'medbench subset'.", HelpName = "FILE" };

    /// <summary>Reads the file that the option names; null where it names none.</summary>
    /// <exception cref="InvalidDataException">The file is no subset.</exception>
    public static Subset? Read(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } path ? Parse(() => File.ReadAllBytes(path), path) : null;

    /// <summary>Reads a subset out of a run's remarks.</summary>
    /// <param name="remark">What <see cref="ToRemark"/> returned.</param>
    /// <param name="folder">The run folder, for errors.</param>
    /// <exception cref="InvalidDataException">The remark is no subset.</exception>
    public static Subset FromRemark(string remark, string folder) => Parse(() => Base64Url.DecodeFromChars(remark), folder);

    /// <summary>Writes the subset for a run's remarks, out of which a bundle leaves all that looks like a path: encoded, for ids and models may have slashes.</summary>
    public string ToRemark() => Base64Url.EncodeToString(ToUtf8(isIndented: false));

    /// <summary>Writes the subset as the text of a file.</summary>
    public byte[] ToUtf8() => [.. ToUtf8(isIndented: true), (byte)'\n'];

    /// <summary>Narrows a selection of the whole benchmark to the chosen questions.</summary>
    /// <exception cref="ArgumentException">The selection is of another benchmark than the questions, or of another version of it.</exception>
    public BenchmarkSelection Apply(BenchmarkSelection whole)
    {
        var card = whole.Benchmark.Card;
        return (card.Id, card.Version) == (Benchmark, Version)
            ? whole with { Benchmark = new SubsetBenchmark(whole.Benchmark, Id, Ids, Rule, Split), Source = whole.Source is { } source ? new SubsetSource(whole.Benchmark, source, this) : null }
            : throw new ArgumentException($"The questions of '{Id}' were chosen from {Benchmark}, version {Version}, and this is {card.Id}, version {card.Version}. Choose them anew with 'medbench subset', from runs over it.");
    }

    private static Subset Parse(Func<byte[]> read, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(read());
            var root = document.RootElement;
            return root.GetProperty("format").GetInt32() == FormatVersion
                ? new Subset
                {
                    Id = root.GetProperty("id").GetString()!,
                    Benchmark = root.GetProperty("benchmark").GetString()!,
                    Version = root.GetProperty("version").GetString()!,
                    Split = root.GetProperty("split").GetString()!,
                    Rule = root.GetProperty("rule").GetString()!,
                    Files = ReadTexts(root.GetProperty("files")),
                    Ids = ReadTexts(root.GetProperty("ids")),
                }
                : throw new InvalidDataException($"{name} has format {root.GetProperty("format").GetInt32()}; this version reads format {FormatVersion}. Choose the questions anew with 'medbench subset'.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{name} holds no subset: {exception.Message} Write one with 'medbench subset'.", exception);
        }
    }

    private byte[] ToUtf8(bool isIndented)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = isIndented, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", FormatVersion);
            json.WriteString("id", Id);
            json.WriteString("benchmark", Benchmark);
            json.WriteString("version", Version);
            json.WriteString("split", Split);
            json.WriteString("rule", Rule);
            WriteTexts(json, "files", Files);
            WriteTexts(json, "ids", Ids);
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    private static IReadOnlyList<string> ReadTexts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
