using System.Globalization;
using System.Text.Json;

namespace MedBench;

/// <summary>What is known of the files of one folder of the cache: where they came from and which content they must have.</summary>
internal static class DownloadRecord
{
    private const int Version = 1;

    /// <summary>Reads a record; what cannot be read counts as nothing, so that the files are fetched again.</summary>
    public static IReadOnlyList<DownloadedFile> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.GetProperty("version").GetInt32() == Version ? [.. document.RootElement.GetProperty("files").EnumerateArray().Select(ReadFile)] : [];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [];
        }
    }

    public static void Write(Stream stream, string benchmark, IEnumerable<DownloadedFile> files)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("benchmark", benchmark);
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            WriteFile(json, file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, DownloadedFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("origin", file.Origin);
        json.WriteString("revision", file.Revision);
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("sha256", file.Sha256);
        json.WriteBoolean("pinned", file.IsPinned);
        json.WriteString("fetchedAt", file.FetchedAt.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartArray("contents");
        foreach (var content in file.Contents)
        {
            json.WriteStartObject();
            json.WriteString("path", content.Path);
            json.WriteNumber("bytes", content.Bytes);
            json.WriteString("sha256", content.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static DownloadedFile ReadFile(JsonElement json) => new()
    {
        Name = Text(json, "name"),
        Origin = Text(json, "origin"),
        Revision = json.GetProperty("revision").GetString(),
        Bytes = json.GetProperty("bytes").GetInt64(),
        Sha256 = Text(json, "sha256"),
        IsPinned = json.GetProperty("pinned").GetBoolean(),
        FetchedAt = json.GetProperty("fetchedAt").GetDateTimeOffset(),
        Contents = ReadContents(json),
    };

    /// <summary>Reads the list of an archive's files, whose names are checked again: whoever can write here shall not point elsewhere.</summary>
    private static List<CachedFile> ReadContents(JsonElement json)
    {
        var places = new ArchivePaths();
        return [.. json.GetProperty("contents").EnumerateArray().Select(content => places.Take(Text(content, "path"), isFile: true, out var path) is { } problem
            ? throw new FormatException($"'{path}' {problem}.")
            : new CachedFile(path, content.GetProperty("bytes").GetInt64(), Text(content, "sha256")))];
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is empty.");
}
