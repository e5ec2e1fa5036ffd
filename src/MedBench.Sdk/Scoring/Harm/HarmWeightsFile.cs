using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MedBench;

/// <summary>Reads harm weights from JSON or CSV.</summary>
internal static class HarmWeightsFile
{
    private const string Header = "kind,name,detail,value";
    private const long MaxBytes = 64 << 20;

    public static HarmWeights Read(string path)
    {
        var builder = new HarmWeightsBuilder(Path.GetFileName(path));
        var bytes = Load(path, builder).AsSpan();
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        if (!Utf8.IsValid(bytes))
        {
            throw builder.Error("the file is not UTF-8 text", "Save it as UTF-8");
        }

        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".JSON":
                ReadJson(bytes, builder);
                break;
            case ".CSV":
                ReadCsv(bytes, builder);
                break;
            default:
                throw builder.Error("the name does not tell the format", "Name a .json or .csv file");
        }

        return builder.Build();
    }

    private static byte[] Load(string path, HarmWeightsBuilder builder)
    {
        try
        {
            return new FileInfo(path).Length <= MaxBytes ? File.ReadAllBytes(path) : throw builder.Error("the file is larger than 64 MB", "Give severities by tag instead of by id");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw builder.Error("the file does not exist", "Check the path", cause: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw builder.Error("the file cannot be opened", "Check that it is a file and that you may read it", cause: exception);
        }
    }

    private static void ReadCsv(ReadOnlySpan<byte> bytes, HarmWeightsBuilder builder)
    {
        var line = 0L;
        while (bytes.Length > 0)
        {
            line++;
            var end = bytes.IndexOf((byte)'\n');
            var record = (end < 0 ? bytes : bytes[..end]).TrimEnd("\r"u8);
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (line == 1)
            {
                if (Encoding.UTF8.GetString(record) != Header)
                {
                    throw builder.Error("the header is missing", $"Begin the file with {Header}", line);
                }
            }
            else if (record.Length > 0)
            {
                var cells = Split(record, line, builder);
                builder.Add(cells[0], cells[1], cells[2], cells[3], line, cells[0] is "default" or "severity" or "tag" or "cost" or "confusion" ? "value" : "kind");
            }
        }

        if (line == 0)
        {
            throw builder.Error("the file is empty", $"Begin the file with {Header}");
        }
    }

    private static string[] Split(ReadOnlySpan<byte> record, long line, HarmWeightsBuilder builder)
    {
        var cells = new string[4];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CsvCell.Take(record, (byte)',', out var taken, out var problem).Trim();
            if (problem is not null || taken == record.Length != (i == cells.Length - 1))
            {
                throw builder.Error(problem ?? "the record does not have the columns kind, name, detail and value", "Leave columns empty that do not apply, and quote cells that contain commas", line);
            }

            record = taken < record.Length ? record[(taken + 1)..] : [];
        }

        return cells;
    }

    private static void ReadJson(ReadOnlySpan<byte> bytes, HarmWeightsBuilder builder)
    {
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 });
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                throw builder.Error("the file does not hold one JSON object", "Write {\"severities\": {…}, …}", 1);
            }

            ReadObject(ref json, bytes, builder, [], "");
            json.Read();
        }
        catch (InvalidOperationException exception)
        {
            throw builder.Error("a text holds half of a surrogate pair", "Correct it", cause: exception);
        }
        catch (JsonException exception)
        {
            throw builder.Error("the file is not JSON", "Correct it at the line given", exception.LineNumber + 1, cause: exception);
        }
    }

    /// <summary>Reads an object of the file; at most three lie in one another.</summary>
    private static void ReadObject(ref Utf8JsonReader json, ReadOnlySpan<byte> bytes, HarmWeightsBuilder builder, string[] path, string field)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string[] inner = [.. path, json.GetString()!];
            var name = field.Length == 0 ? inner[^1] : $"{field}.{inner[^1]}";
            var line = 1L + bytes[..(int)json.TokenStartIndex].Count((byte)'\n');
            var (kind, depth) = inner[0] switch
            {
                "default" => ("default", 1),
                "severities" => ("severity", 2),
                "costs" => ("cost", 2),
                "tags" => ("tag", 3),
                "confusion" => ("confusion", 3),
                _ => throw builder.Error("the field is not known", "Use default, costs, confusion, severities or tags", line, name),
            };
            json.Read();
            if (inner.Length < depth)
            {
                if (json.TokenType != JsonTokenType.StartObject)
                {
                    throw builder.Error("the field is not an object", "Write {\"name\": value}", line, name);
                }

                ReadObject(ref json, bytes, builder, inner, name);
                continue;
            }

            var value = json.TokenType switch
            {
                JsonTokenType.String => json.GetString()!,
                JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
                _ => throw builder.Error("the field is neither a number nor a text", "Write a number or the name of a severity", line, name),
            };
            builder.Add(kind, inner.ElementAtOrDefault(1) ?? "", inner.ElementAtOrDefault(2) ?? "", value, line, name);
        }
    }
}
