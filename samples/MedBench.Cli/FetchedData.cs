using MedBench.Benchmarks;

namespace MedBench.Cli;

/// <summary>The data that is fetched rather than named.</summary>
internal static class FetchedData
{
    private static readonly HashSet<string> Announced = new(StringComparer.Ordinal);

    /// <summary>Creates a source that fetches, and says under which licence and to where, once for each benchmark.</summary>
    public static IDatasetSource Announce(BenchmarkCard card, FetchPermission permission)
    {
        var options = permission.Apply(new DatasetDownloadOptions());
        if (Announced.Add(card.Id))
        {
            Console.Error.WriteLine($"{Describe(card)}; data in {new DatasetDownloader(options).FolderOf(card)}");
        }

        return DatasetSource.Automatic(options);
    }

    /// <summary>Finds what was fetched for a benchmark; null where nothing was.</summary>
    public static IDatasetSource? Find(string id)
    {
        var downloader = new DatasetDownloader();
        return MedBenchCatalog.All.Benchmarks.FirstOrDefault(benchmark => benchmark.Card.Id == id)?.Card is { Downloads.Count: > 0 } card
            ? downloader.List().FirstOrDefault(data => data.Folder == downloader.FolderOf(card))?.Source
            : null;
    }

    /// <summary>Says under which licence a benchmark's data comes, and who may have it.</summary>
    public static string Describe(BenchmarkCard card) => $"{card.Id}: licence {card.License}; {card.AccessTier switch
    {
        AccessTier.Open => "open",
        AccessTier.Gated => "gated",
        _ => "restricted",
    }}{(card.Terms is { } terms ? $", terms at {terms}" : "")}";
}
