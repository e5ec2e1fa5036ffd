namespace MedBench.Tests.Datasets.Download;

public sealed class DownloadAddressTests
{
    private static readonly DatasetDownloadOptions Options = new() { HubEndpoint = new Uri("https://huggingface.co"), HubToken = new ApiKey("hf_secret_of_the_test") };

    private static readonly TestCaseData[] Places =
    [
        new(DataDownload.HuggingFace("owner/name", "data/test 1.parquet", "abc"), "https://huggingface.co/datasets/owner/name/resolve/abc/data/test%201.parquet"),
        new(DataDownload.HuggingFace("owner/name", "test.jsonl"), "https://huggingface.co/datasets/owner/name/resolve/main/test.jsonl"),
        new(DataDownload.HuggingFace("owner/name", "0.parquet", "refs/convert/parquet"), "https://huggingface.co/datasets/owner/name/resolve/refs%2Fconvert%2Fparquet/0.parquet"),
        new(DataDownload.GitHub("owner/name", "a/b#c.csv", "abc"), "https://raw.githubusercontent.com/owner/name/abc/a/b%23c.csv"),
        new(DataDownload.GitHub("owner/name", "b.csv"), "https://raw.githubusercontent.com/owner/name/HEAD/b.csv"),
        new(new DataDownload { Host = DataHost.GitHubArchive, Repository = "owner/name", Revision = "abc" }, "https://codeload.github.com/owner/name/tar.gz/abc"),
        new(new DataDownload { Host = DataHost.Web, Repository = "https://data.example/a/test.zip?token=t" }, "https://data.example/a/test.zip?token=t"),
    ];

    [TestCaseSource(nameof(Places))]
    public void An_address_follows_from_the_place(DataDownload download, string address)
    {
        var pin = DownloadAddress.PinOf(download, null, Options);
        Assert.That(pin.Address.AbsoluteUri, Is.EqualTo(address));
        Assert.That(pin.Token is not null, Is.EqualTo(download.Host == DataHost.HuggingFace), "the token is the hub's alone");
    }

    [Test]
    public void A_mirror_has_the_same_paths()
        => Assert.That(DownloadAddress.PinOf(DataDownload.HuggingFace("o/n", "f"), null, Options with { HubEndpoint = new Uri("https://mirror.example/hub/") }).Address.AbsoluteUri, Is.EqualTo("https://mirror.example/hub/datasets/o/n/resolve/main/f"));

    [TestCase("owner/../name", "f")]
    [TestCase("owner/name?x=", "f")]
    [TestCase("owner/name", "../../f")]
    [TestCase("owner/name", "")]
    public void What_makes_no_address_is_the_cards_mistake(string repository, string path)
        => Assert.That(() => DownloadAddress.PinOf(DataDownload.HuggingFace(repository, path) with { FileName = "f" }, null, Options), Throws.InstanceOf<DatasetException>().With.Message.Contains("Correct the card"));

    [Test]
    public void A_place_is_named_without_its_secrets()
        => Assert.That(DownloadAddress.Describe(new DataDownload { Host = DataHost.Web, Repository = "https://user:password@data.example/a/test.zip?token=t" }), Is.EqualTo("https://data.example/a/test.zip"));

    [TestCase(DataHost.GitHubArchive, "owner/name", "", ".tar.gz")]
    [TestCase(DataHost.HuggingFace, "owner/name", "images.ZIP", ".zip")]
    [TestCase(DataHost.GitHub, "owner/name", "a.tgz", ".tgz")]
    [TestCase(DataHost.Web, "https://data.example/a.tar?x=y", "", ".tar")]
    [TestCase(DataHost.Web, "https://data.example/a.jsonl", "", null)]
    public void Archives_are_told_by_their_ending(DataHost host, string repository, string path, string? ending)
        => Assert.That(DownloadAddress.ArchiveEnding(new DataDownload { Host = host, Repository = repository, Path = path }), Is.EqualTo(ending));

    [TestCase(DataHost.HuggingFace, "r", "h", true)]
    [TestCase(DataHost.HuggingFace, null, "h", false)]
    [TestCase(DataHost.HuggingFace, "r", null, false)]
    [TestCase(DataHost.Web, null, "h", true)]
    public void Pinned_is_what_hash_and_revision_fix(DataHost host, string? revision, string? hash, bool pinned)
        => Assert.That(new DataDownload { Host = host, Repository = "o/n", Revision = revision, Sha256 = hash }.IsPinned, Is.EqualTo(pinned));
}
