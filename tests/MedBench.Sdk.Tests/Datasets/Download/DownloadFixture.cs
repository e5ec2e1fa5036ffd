using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MedBench.Tests.Datasets.Download;

/// <summary>A hub, an empty cache and a card over one file.</summary>
public abstract class DownloadFixture
{
    private protected const string Dataset = "clinic/exam";
    private protected const string File = "test.jsonl";
    private protected const string Key = $"{Dataset}/{File}";

    private protected static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31 ^ (i >> 8)))];

    private protected static readonly byte[] Changed = [.. Content.Select(value => (byte)~value)];

    private protected string Cache { get; private set; } = "";

    private protected HubServer Hub { get; private set; } = null!;

    private protected SwiftTime Time { get; private set; } = null!;

    private protected Reports Progress { get; private set; } = null!;

    private protected DatasetDownloadOptions Options => new()
    {
        CacheFolder = Cache,
        Offline = false,
        HubEndpoint = Hub.Endpoint,
        HubToken = null,
        Progress = Progress,
        TimeProvider = Time,
    };

    [SetUp]
    public void StartHub()
    {
        (Cache, Hub, Time, Progress) = (Directory.CreateTempSubdirectory("medbench-cache-").FullName, new HubServer(), new SwiftTime(), new Reports());
        Hub.Files[Key] = Content;
    }

    [TearDown]
    public async Task StopHubAsync()
    {
        await Hub.DisposeAsync();
        Directory.Delete(Cache, recursive: true);
    }

    private protected static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private protected static DataDownload Pinned => DataDownload.HuggingFace(Dataset, File, HubServer.Commit) with { Sha256 = Hash(Content) };

    private protected static DataDownload Loose => DataDownload.HuggingFace(Dataset, File);

    private protected static BenchmarkCard CardOf(params IReadOnlyList<DataDownload> downloads) => new()
    {
        Id = "exam", Version = "1", Title = "Exam", Citation = "none", License = "CC-BY-4.0",
        Splits = [new SplitInfo { Name = "test", Files = ["test*.jsonl"] }], Downloads = downloads, PrimaryMetric = "accuracy", PromptFields = ["question"],
    };

    private protected Task<DownloadedData> GetAsync(BenchmarkCard card, Func<DatasetDownloadOptions, DatasetDownloadOptions>? change = null, string? split = null, CancellationToken cancellationToken = default)
        => new DatasetDownloader(change?.Invoke(Options) ?? Options).GetAsync(card, split, cancellationToken);

    private protected async Task<string> RefusalAsync(BenchmarkCard card, Func<DatasetDownloadOptions, DatasetDownloadOptions>? change = null, string? split = null)
    {
        try
        {
            await GetAsync(card, change, split);
            return "no error";
        }
        catch (DatasetException exception)
        {
            return exception.Message;
        }
    }

    private protected static byte[] Read(DownloadedData data)
    {
        using var stream = data.Source.Find("test", ["*"])!.OpenRead();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Lists what is left in the cache beside locks, by path.</summary>
    private protected IEnumerable<string> Left() => Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(Cache, file)).Order(StringComparer.Ordinal);

    private protected sealed class Reports : ConcurrentQueue<DownloadProgress>, IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => Enqueue(value);
    }
}
