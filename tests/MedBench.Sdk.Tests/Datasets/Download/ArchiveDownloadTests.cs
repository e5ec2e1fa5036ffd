using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace MedBench.Tests.Datasets.Download;

public sealed class ArchiveDownloadTests : DownloadFixture
{
    [Test]
    public async Task A_zip_is_unpacked_into_a_folder_of_its_name()
    {
        Hub.Files[$"{Dataset}/data.zip"] = Zip(("a/test.jsonl", "{}"), ("LICENSE", "free"));
        var card = CardOf(DataDownload.HuggingFace(Dataset, "data.zip", HubServer.Commit) with { Sha256 = Hash(Hub.Files[$"{Dataset}/data.zip"]), FileName = "files" });
        var data = await GetAsync(card);
        Assert.Multiple(() =>
        {
            Assert.That(Left(), Is.EqualTo(new[] { "exam/0123456789ab.json", "exam/0123456789ab/files/LICENSE", "exam/0123456789ab/files/a/test.jsonl" }));
            Assert.That(data.Source.Find("test", ["files/a/test*.jsonl"])?.Path, Is.EqualTo(Path.Combine(data.Folder, "files/a/test.jsonl")));
            Assert.That(Progress.Select(report => report.Stage), Does.Contain(DownloadStage.Unpacking));
        });
        await System.IO.File.WriteAllTextAsync(Path.Combine(data.Folder, "files", "LICENSE"), "fre3");
        await GetAsync(card);
        Assert.That(await System.IO.File.ReadAllTextAsync(Path.Combine(data.Folder, "files", "LICENSE")), Is.EqualTo("free"), "each file of an archive is held to its hash");
    }

    [Test]
    public async Task The_archive_of_a_commit_loses_the_folder_that_is_named_after_it()
    {
        var bytes = TarGz("name-abc/data/test.jsonl", "name-abc/README.md");
        using var handler = new Serve(bytes);
        var card = CardOf(new DataDownload { Host = DataHost.GitHubArchive, Repository = "owner/name", Revision = "abc", Sha256 = Hash(bytes) });
        var data = await GetAsync(card, options => options with { Handler = handler });
        Assert.That(handler.Asked.Single().AbsoluteUri, Is.EqualTo("https://codeload.github.com/owner/name/tar.gz/abc"));
        Assert.That(Left(), Is.EqualTo(new[] { "exam/abc.json", "exam/abc/name/README.md", "exam/abc/name/data/test.jsonl" }));
        Assert.That(data.Files.Single(), Has.Property(nameof(DownloadedFile.Origin)).EqualTo("github.com/owner/name (archive)"));
    }

    [Test]
    public async Task An_archive_that_leads_outside_is_refused_and_nothing_stays()
    {
        Hub.Files[$"{Dataset}/data.zip"] = Zip(("good.txt", "x"), ("../../evil.txt", "x"));
        var card = CardOf(DataDownload.HuggingFace(Dataset, "data.zip", HubServer.Commit) with { Sha256 = Hash(Hub.Files[$"{Dataset}/data.zip"]) });
        Assert.That(await RefusalAsync(card), Does.Contain("the entry '../../evil.txt' leads out of its folder"));
        Assert.That(Left(), Is.Empty);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static byte[] TarGz(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zip))
        {
            foreach (var name in names)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(name)) });
            }
        }

        return stream.ToArray();
    }

    private sealed class Serve(byte[] bytes) : HttpMessageHandler
    {
        public List<Uri> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) });
        }
    }
}
