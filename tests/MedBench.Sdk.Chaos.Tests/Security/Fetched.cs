using System.Security.Cryptography;

namespace MedBench.Chaos;

/// <summary>Brings an archive into a cache as <c>medbench data get</c> does: fetched, verified, unpacked.</summary>
internal static class Fetched
{
    public static async Task ArchiveAsync(string path, string cache)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        var download = new DataDownload { Host = DataHost.Web, Repository = $"https://data.example/{Path.GetFileName(path)}", Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), FileName = "files" };
        var card = new BenchmarkCard { Id = "exam", Version = "1", Title = "Exam", Citation = "none", License = "none", Splits = [new SplitInfo { Name = "test" }], Downloads = [download], PrimaryMetric = "accuracy", PromptFields = [] };
        using var server = new DownloadServer(bytes);
        await new DatasetDownloader(new DatasetDownloadOptions { CacheFolder = cache, Offline = false, Handler = server, MaxAttempts = 1 }).GetAsync(card);
    }
}
