using System.Globalization;
using MedBench.Running;

namespace MedBench;

/// <summary>Writes a run in the formats of other tools: tables for spreadsheets and data frames, leaderboard rows, benchmark cards.</summary>
/// <remarks>Everything is written from the run folder alone, and nothing of it is read back: <c>results.jsonl</c> stays the record.</remarks>
public static class RunExport
{
    /// <summary>Writes <c>results.csv</c>: a line per sample, without replies.</summary>
    /// <param name="folder">The run folder.</param>
    /// <returns>The file's path.</returns>
    /// <remarks>
    /// RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need to tell it. A text that a spreadsheet would take for a formula (after blanks it begins with
    /// <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> or one of their wide forms, or it begins with a tab or a line break) gets an apostrophe before it, for texts come from
    /// datasets and models. This holds for a spreadsheet that splits at commas, as the format has it.
    /// </remarks>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static string WriteCsv(string folder)
    {
        var table = ResultTable.Of(folder);
        return Write(folder, "results.csv", stream => CsvTable.Write(stream, table, RunReader.ReadResults(folder)));
    }

    /// <summary>Writes <c>results.parquet</c>: the columns of the CSV with their types, and the replies, which are left out where a benchmark is <see cref="AccessTier.Restricted"/>.</summary>
    /// <param name="folder">The run folder.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static async Task<string> WriteParquetAsync(string folder)
    {
        var table = ResultTable.Of(folder);
        using var content = new MemoryStream();
        var restricted = RunReader.ReadCards(folder).Where(card => card.AccessTier == AccessTier.Restricted).Select(card => card.Id).ToHashSet(StringComparer.Ordinal);
        await ParquetTable.WriteAsync(content, table, RunReader.ReadResults(folder), restricted).ConfigureAwait(false);
        return Write(folder, "results.parquet", content.WriteTo);
    }

    /// <summary>Writes <c>leaderboard.jsonl</c>: a line per benchmark, model and strategy with the score, its interval and denominators, and what the number rests on.</summary>
    /// <param name="folder">The run folder.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="InvalidDataException">The folder holds no run, or a damaged one.</exception>
    public static string WriteLeaderboard(string folder)
    {
        var summary = RunReader.ReadSummary(folder);
        var manifest = RunManifest.Read(Path.Combine(folder, "manifest.json"));
        return Write(folder, "leaderboard.jsonl", stream => LeaderboardJson.Write(stream, summary, manifest));
    }

    /// <summary>Writes a BenchmarkCard for each benchmark of a run into the folder <c>cards</c>.</summary>
    /// <param name="folder">The run folder.</param>
    /// <returns>The files' paths, in the plan's order.</returns>
    /// <remarks>The fields are those of Sokol et al., BenchmarkCards (arXiv 2410.12974); what a benchmark's own card does not say is <c>not specified</c>: see <see cref="BenchmarkCardDocument"/>.</remarks>
    /// <exception cref="InvalidDataException">The folder holds no run.</exception>
    public static IReadOnlyList<string> WriteCards(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "cards"));
        return [.. RunReader.ReadCards(folder).Select(card => Write(folder, Path.Combine("cards", FileName(card.Id)), BenchmarkCardDocument.From(card).Write))];
    }

    /// <summary>Names a card's file by the benchmark's id; an id that is no plain name, which only a foreign run folder has, by its hash, lest it lead out of the folder.</summary>
    private static string FileName(string id)
        => id.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(id[0]) && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') ? $"{id}.json"
            : string.Create(CultureInfo.InvariantCulture, $"{StableKey.Of(id, 0):x16}.json");

    private static string Write(string folder, string name, Action<Stream> write)
    {
        var path = Path.Combine(folder, name);
        Disk.Default.WriteWhole(path, write);
        return path;
    }
}
