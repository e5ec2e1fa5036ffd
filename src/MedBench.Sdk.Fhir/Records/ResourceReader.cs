using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace MedBench.Fhir;

/// <summary>Finds the resources in a file, whichever of the usual wrappings they have.</summary>
internal static class ResourceReader
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <summary>Streams the resources; a line counts for files of lines alone.</summary>
    public static async IAsyncEnumerable<(JsonElement Resource, long? Line)> ReadAsync(DatasetFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isLines = Path.GetExtension(file.Name).ToUpperInvariant() is ".NDJSON" or ".JSONL";
        var stream = Open(file);
        await using var _ = stream.ConfigureAwait(false);
        if (!isLines)
        {
            using var document = await ParseAsync(file, stream, cancellationToken).ConfigureAwait(false);
            foreach (var resource in Unwrap(document.RootElement, file, null))
            {
                yield return (resource, null);
            }

            yield break;
        }

        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false));
        for (var number = 1L; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using var document = Parse(file, line, number);
            foreach (var resource in Unwrap(document.RootElement, file, number))
            {
                yield return (resource, number);
            }
        }
    }

    private static IEnumerable<JsonElement> Unwrap(JsonElement element, DatasetFile file, long? line)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(item => Unwrap(item, file, line));
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Damaged(file, line, "there is something else than a FHIR resource");
        }

        if (!element.TryGetProperty("resourceType", out var type))
        {
            return element.TryGetProperty("data", out var recorded) && recorded.ValueKind == JsonValueKind.Object ? Unwrap(recorded, file, line) : throw Damaged(file, line, "an object has no resourceType");
        }

        return !type.ValueEquals("Bundle") ? [element]
            : element.TryGetProperty("entry", out var entries) && entries.ValueKind == JsonValueKind.Array
                ? entries.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out _)).Select(entry => entry.GetProperty("resource"))
                : [];
    }

    private static Stream Open(DatasetFile file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"the file cannot be opened ({exception.Message.TrimEnd('.')})", "Check the path and its rights", file: file.Name, innerException: exception);
        }
    }

    private static async Task<JsonDocument> ParseAsync(DatasetFile file, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(stream, Bounded, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw Damaged(file, exception.LineNumber + 1, "the JSON is damaged", exception);
        }
    }

    private static JsonDocument Parse(DatasetFile file, string line, long number)
    {
        try
        {
            return JsonDocument.Parse(line, Bounded);
        }
        catch (JsonException exception)
        {
            throw Damaged(file, number, "the JSON is damaged", exception);
        }
    }

    private static DatasetException Damaged(DatasetFile file, long? line, string problem, Exception? cause = null)
        => new(problem, "Give FHIR R4 resources as a Bundle, a list, or one a line (.ndjson)", file: file.Name, line: line, innerException: cause);
}
