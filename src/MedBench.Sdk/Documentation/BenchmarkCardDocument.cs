using System.Text;
using System.Text.Json;
using MedBench.Documentation;

namespace MedBench;

/// <summary>A benchmark's documentation in the format of BenchmarkCards (Sokol et al. 2024, arXiv 2410.12974): six sections, as JSON or Markdown.</summary>
/// <remarks>
/// A card that was read is written again with all that it held, fields that the template does not know included. What a card does not say is empty, null,
/// <c>N/A</c> or <see cref="Unspecified"/>. Most published cards were written by a model from the papers, and only those whose file name begins with a star were checked by the authors.
/// </remarks>
public sealed class BenchmarkCardDocument
{
    /// <summary>What stands in a field that nobody filled.</summary>
    public const string Unspecified = "not specified";

    private readonly JsonElement root;

    private BenchmarkCardDocument(JsonElement root) => this.root = root;

    /// <summary>Gets the benchmark's name.</summary>
    public string Name => GetTexts("benchmark_details", "name")[0];

    /// <summary>Gets the abbreviation, or for a benchmark of the catalogue its id; null where there is none.</summary>
    public string? Abbreviation => GetTexts("benchmark_details", "abbreviation") is [var text, ..] ? text : null;

    /// <summary>Gets the required fields that say nothing, as <c>section.field</c>.</summary>
    public IReadOnlyList<string> Missing => [.. CardField.All.Where(entry => entry.IsRequired && GetTexts(entry.Section, entry.Name).Count == 0).Select(entry => $"{entry.Section}.{entry.Name}")];

    /// <summary>Gets the share of the template's thirty fields that say something, from 0 to 1.</summary>
    public double Completeness => CardField.All.Count(entry => GetTexts(entry.Section, entry.Name).Count > 0) / (double)CardField.All.Count;

    /// <summary>Creates the document of a card; what the card does not say stays unspecified.</summary>
    /// <param name="card">The card.</param>
    public static BenchmarkCardDocument From(BenchmarkCard card) => Parse(CardWriter.Write(card, null));

    /// <summary>Creates the document of a benchmark: its card, all its metrics and how each is counted, and the strategy by which it is asked.</summary>
    /// <param name="benchmark">The benchmark.</param>
    public static BenchmarkCardDocument From(IBenchmark benchmark)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        return Parse(CardWriter.Write(benchmark.Card, benchmark));
    }

    /// <summary>Reads a card.</summary>
    /// <param name="json">The card's JSON, or an object that holds it as <c>card</c>.</param>
    /// <exception cref="InvalidDataException">It is no card.</exception>
    public static BenchmarkCardDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            root = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("card", out var card) ? card : root;
            var parsed = new BenchmarkCardDocument(root.Clone());
            return parsed.GetTexts("benchmark_details", "name").Count > 0 ? parsed : throw new InvalidDataException("This is no BenchmarkCard: 'benchmark_details.name' is missing. Give the JSON of one card.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"This is no BenchmarkCard: {exception.Message}", exception);
        }
    }

    /// <summary>Reads cards: a file of one (<c>.json</c>), a file with one a line (<c>.jsonl</c>), or a folder of such files, in the order of their names.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="InvalidDataException">Something is no card; the message names file and line.</exception>
    public static IReadOnlyList<BenchmarkCardDocument> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            return [.. Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".json" or ".jsonl").Order(StringComparer.Ordinal).SelectMany(Read)];
        }

        return Path.GetExtension(path) != ".jsonl" ? [At(path, () => Parse(File.ReadAllBytes(path)))]
            : [.. File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => At(FormattableString.Invariant($"{path}, line {line.Index + 1}"), () => Parse(Encoding.UTF8.GetBytes(line.Item))))];
    }

    /// <summary>Returns what a field says: its text, or its list; empty where it says nothing.</summary>
    /// <param name="section">The section's name in JSON, for instance <c>methodology</c>.</param>
    /// <param name="field">The field's name in JSON. Each of <c>atlas_risks</c> is its category with its subcategories.</param>
    public IReadOnlyList<string> GetTexts(string section, string field)
        => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(section, out var part) && part.ValueKind == JsonValueKind.Object && part.TryGetProperty(field, out var value) ? [.. CardReader.Texts(value)] : [];

    /// <summary>Writes the card as indented JSON.</summary>
    /// <param name="stream">Where to.</param>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        root.WriteTo(json);
    }

    /// <summary>Writes the card as Markdown, in the template's order.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder("# ").Append(OneLine(Name)).Append('\n');
        foreach (var (section, title) in CardField.Sections)
        {
            text.Append("\n## ").Append(title).Append("\n\n");
            foreach (var field in CardField.All.Where(field => field.Section == section))
            {
                var said = GetTexts(section, field.Name);
                text.Append("- **").Append(field.Title).Append(":** ").Append(said.Count == 0 ? Unspecified : OneLine(string.Join("; ", said))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static BenchmarkCardDocument At(string place, Func<BenchmarkCardDocument> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{place}: {exception.Message}", exception);
        }
    }
}
