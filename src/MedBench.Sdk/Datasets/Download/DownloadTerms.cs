using System.Text.Json;
using MedBench.Running;

namespace MedBench;

/// <summary>Keeps which terms were accepted, and when, beside the data that they are about.</summary>
internal static class DownloadTerms
{
    /// <summary>Requires that the terms of a benchmark were accepted, now or before.</summary>
    /// <exception cref="DatasetException">They were not.</exception>
    public static async Task RequireAsync(BenchmarkCard card, DatasetDownloadOptions options, CancellationToken cancellationToken)
    {
        if (card.AccessTier == AccessTier.Open && card.Terms is null)
        {
            return;
        }

        var terms = card.Terms ?? card.Downloads.Select(download => DownloadAddress.PageOf(download, options)).FirstOrDefault(page => page is not null);
        var record = Path.Combine(options.CacheFolder, card.Id, "terms.json");
        var text = terms?.AbsoluteUri ?? card.License;
        if (IsAccepted(record, text))
        {
            return;
        }

        if (!options.AcceptTerms)
        {
            throw new DatasetException($"the data comes with terms: {text} (licence: {card.License})", $"Read them, then say that you accept them: --accept with 'medbench run' or 'medbench data get {card.Id}', or AcceptTerms in code", card.Id);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(record)!);
        using var held = await DownloadLock.TakeAsync(record + ".lock", () => { }, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        if (IsAccepted(record, text))
        {
            return; // Whoever held the lock accepted them too.
        }

        Disk.Default.WriteWhole(record, stream =>
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartObject();
            json.WriteString("terms", text);
            json.WriteString("license", card.License);
            json.WriteString("acceptedAt", options.TimeProvider.GetUtcNow());
            json.WriteEndObject();
        });
    }

    private static bool IsAccepted(string record, string terms)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(record));
            return document.RootElement.TryGetProperty("terms", out var accepted) && accepted.GetString() == terms;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
