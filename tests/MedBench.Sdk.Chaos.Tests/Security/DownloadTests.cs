using System.Diagnostics;
using System.Security.Cryptography;
using MedBench.Tests.Datasets.Download;

namespace MedBench.Chaos;

[FailureMode(37)]
public sealed class DownloadTests : TemporaryFolder
{
    private const int Size = 4_000;

    private static readonly byte[] Good = [.. Enumerable.Range(0, Size).Select(i => (byte)(i * 31))];

    private static readonly DataDownload Download = new()
    {
        Host = DataHost.Web,
        Repository = "https://data.example/r1/test.jsonl",
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Good)),
    };

    private string Target => PathOf("exam", "unpinned", "test.jsonl");

    private string Part => PathOf("exam", "unpinned.part", "test.jsonl");

    /// <summary>Gets the files of the cache beside its lock.</summary>
    private IEnumerable<string> Left => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal));

    [Test]
    public async Task Every_flipped_bit_is_refused_and_no_file_appears()
    {
        var flips = Scale.Of(100, 1_000);
        var random = SeededRandom.Create(37, "flips");
        foreach (var bit in random.Draw(flips, 8 * Size))
        {
            var bytes = Good.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await Assert.ThatAsync(() => FetchAsync(new DownloadServer(bytes)), Throws.InstanceOf<DatasetException>().With.Message.Contains("SHA-256"));
            Assert.That(Left, Is.Empty, "neither file nor part stays");
        }

        Figure.Print(37, $"{flips}/{flips} flipped bits refused");
    }

    [Test]
    public async Task A_download_stopped_anywhere_goes_on_where_it_stopped()
    {
        const int Stops = 50;
        for (var stop = 1; stop <= Stops; stop++)
        {
            using var cancellation = new CancellationTokenSource();
            var server = new DownloadServer(Good);
            server.Interruption = (stop * Size / (Stops + 1), stop % 2 == 0 ? cancellation.Cancel : () => throw new HttpRequestException("reset"));
            await Assert.ThatAsync(() => FetchAsync(server, cancellationToken: cancellation.Token), stop % 2 == 0 ? Throws.InstanceOf<OperationCanceledException>() : Throws.InstanceOf<DatasetException>());
            Assert.That(File.Exists(Target), Is.False, "no partial file is accepted");
            server.Interruption = null;
            await FetchAsync(server);
            Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Good));
            Assert.That(server.Sent, Is.EqualTo(Size), "no byte is sent twice");
            File.Delete(Target);
        }

        Figure.Print(37, $"{Stops}/{Stops} interruptions: 0 partial files accepted, 0 bytes sent twice");
    }

    [Test]
    public async Task A_poisoned_or_finished_leftover_is_caught_by_the_hash()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        await File.WriteAllBytesAsync(Part, new byte[100]);
        var server = new DownloadServer(Good);
        await FetchAsync(server);
        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Good));
        Assert.That(server.Asked, Has.Count.EqualTo(2), "continued, found out, begun anew");

        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.Move(Target, Part);
        await FetchAsync(new DownloadServer(Good));
        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Good));
        var idle = new DownloadServer(Good);
        await FetchAsync(idle);
        Assert.That(idle.Asked, Is.Empty, "what is there is not asked for");
    }

    [Test]
    public async Task A_process_killed_anywhere_leaves_no_partial_file_that_is_read()
    {
        var kills = Scale.Of(quick: 4, full: 50);
        for (var kill = 1; kill <= kills; kill++)
        {
            var cache = PathOf($"killed-{kill}");
            await using var hub = new HubServer();
            hub.Files["clinic/exam/test.jsonl"] = Good;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            hub.Alter = (request, reply) => request.IsContent && request.From is null
                ? reply with
                {
                    CutAt = kill * Size / (kills + 1),
                    Then = stop =>
                    {
                        reached.TrySetResult();
                        return Task.Delay(Timeout.Infinite, stop);
                    },
                }
                : reply;
            using (var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(CrashPlan).Assembly.Location, "download", hub.Endpoint.AbsoluteUri, cache, Download.Sha256!]) { RedirectStandardOutput = true })!)
            {
                await Task.WhenAny(reached.Task, process.WaitForExitAsync());
                process.Kill();
                await process.WaitForExitAsync();
                Assert.That(process.ExitCode, Is.EqualTo(137), "it was over before the kill");
            }

            var card = CardOf(DataDownload.HuggingFace("clinic/exam", "test.jsonl", HubServer.Commit) with { Sha256 = Download.Sha256 });
            var downloader = new DatasetDownloader(new DatasetDownloadOptions { CacheFolder = cache, Offline = true, HubEndpoint = hub.Endpoint, HubToken = null });
            await Assert.ThatAsync(() => downloader.GetAsync(card), Throws.InstanceOf<DatasetException>().With.Message.Contains("not in the cache"));
            hub.Alter = (_, reply) => reply;
            var data = await new DatasetDownloader(new DatasetDownloadOptions { CacheFolder = cache, Offline = false, HubEndpoint = hub.Endpoint, HubToken = null }).GetAsync(card);
            Assert.That(await File.ReadAllBytesAsync(Path.Combine(data.Folder, "test.jsonl")), Is.EqualTo(Good));
        }

        Figure.Print(37, $"{kills}/{kills} processes killed in the middle: 0 partial files accepted, all continued to the same bytes");
    }

    [Test]
    public async Task More_bytes_than_pinned_are_not_written()
    {
        await Assert.ThatAsync(() => FetchAsync(new DownloadServer(new byte[100 * Size])), Throws.InstanceOf<DatasetException>().With.Message.Contains("larger than 4000 bytes"));
        Assert.That(Left.Sum(file => new FileInfo(file).Length), Is.Zero);
    }

    [TestCase("http://data.example/x", "is not encrypted", TestName = "downgrade")]
    [TestCase("https://evil.example/x", "redirects to evil.example", TestName = "foreign host")]
    [TestCase("https://cdn.example.evil.example/x", "redirects to cdn.example.evil.example", TestName = "host with a trusted beginning")]
    [TestCase("https://cdn.example@evil.example/x", "redirects to evil.example", TestName = "host behind a user")]
    [TestCase("http://127.0.0.1:8080/x", "is not encrypted", TestName = "service of this machine")]
    [TestCase("https://169.254.169.254/latest/meta-data", "redirects to 169.254.169.254", TestName = "metadata service")]
    [TestCase("file:///etc/passwd", "is not encrypted", TestName = "file")]
    [TestCase("/again", "redirects without end", TestName = "loop")]
    public async Task A_redirect_that_leads_astray_is_not_followed(string target, string problem)
    {
        var server = new DownloadServer(Good) { Redirect = _ => target };
        await Assert.ThatAsync(() => FetchAsync(server), Throws.InstanceOf<DatasetException>().With.Message.Contains(problem));
        Assert.That(server.Asked.Select(address => address.Host), Is.All.EqualTo("data.example"));
    }

    [Test]
    public async Task A_redirect_to_an_allowed_host_is_followed()
    {
        var server = new DownloadServer(Good) { Redirect = address => address.Host == "cdn.example" ? null : "https://cdn.example/signed?token=t" };
        await FetchAsync(server);
        Assert.That(await File.ReadAllBytesAsync(Target), Is.EqualTo(Good));
    }

    [TestCase("http://data.example/test.jsonl", false)]
    [TestCase("ftp://data.example/test.jsonl", false)]
    [TestCase("http://127.0.0.1:5000/test.jsonl", true)]
    public async Task Only_this_machine_is_asked_without_encryption(string address, bool asked)
    {
        var server = new DownloadServer(Good);
        try
        {
            await FetchAsync(server, Download with { Repository = address });
        }
        catch (DatasetException)
        {
        }

        Assert.That(server.Asked, Has.Count.EqualTo(asked ? 1 : 0));
    }

    private static BenchmarkCard CardOf(DataDownload download) => new()
    {
        Id = "exam", Version = "1", Title = "Exam", Citation = "none", License = "none", Splits = [new SplitInfo { Name = "test" }], Downloads = [download], PrimaryMetric = "accuracy", PromptFields = [],
    };

    private Task<DownloadedData> FetchAsync(DownloadServer server, DataDownload? download = null, CancellationToken cancellationToken = default)
        => new DatasetDownloader(new DatasetDownloadOptions { CacheFolder = Root, Offline = false, Handler = server, MaxFileBytes = Size, MaxAttempts = 1, RedirectHosts = ["cdn.example"] })
            .GetAsync(CardOf(download ?? Download), cancellationToken: cancellationToken);
}
