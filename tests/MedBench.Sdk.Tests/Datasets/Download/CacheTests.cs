using System.Text;

namespace MedBench.Tests.Datasets.Download;

public sealed class CacheTests : DownloadFixture
{
    private string Fetched => Path.Combine(Cache, "exam", "0123456789ab", File);

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_damaged_file_is_fetched_again_or_refused_offline(bool offline)
    {
        await GetAsync(CardOf(Pinned));
        var bytes = (byte[])Content.Clone();
        bytes[1234] ^= 1;
        await System.IO.File.WriteAllBytesAsync(Fetched, bytes);
        if (offline)
        {
            Assert.That(await RefusalAsync(CardOf(Pinned), options => options with { Offline = true }), Is.EqualTo(
                $"exam: test.jsonl is not in the cache at {Path.GetDirectoryName(Fetched)}, or damaged there, and nothing is fetched offline. Fetch it while online: 'medbench data get exam' without --offline and HF_HUB_OFFLINE."));
            Assert.That(Hub.Requests, Has.Count.EqualTo(2));
        }
        else
        {
            Assert.That(Read(await GetAsync(CardOf(Pinned))), Is.EqualTo(Content));
        }
    }

    [Test]
    public async Task What_is_whole_needs_no_network()
    {
        await GetAsync(CardOf(Pinned));
        Assert.That(Read(await GetAsync(CardOf(Pinned), options => options with { Offline = true })), Is.EqualTo(Content));
        Assert.That(Hub.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Several_at_once_fetch_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GetAsync(CardOf(Pinned), options => options with { TimeProvider = TimeProvider.System })));
        Assert.That(Hub.Requests, Has.Count.EqualTo(2));
        Assert.That(all.Count(data => data.Files.Single().IsNew), Is.EqualTo(1));
        Assert.That(all.Select(Read), Is.All.EqualTo(Content));
    }

    [Test]
    public void A_file_that_another_process_replaces_is_whole_or_not()
    {
        var file = new CachedFile("replaced", Content.Length, Hash(Content));
        var isOver = false;
        var other = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                System.IO.File.WriteAllBytes(Path.Combine(Cache, "replaced"), Content);
                System.IO.File.Delete(Path.Combine(Cache, "replaced"));
            }
        });
        other.Start();
        try
        {
            for (var look = 0; look < 20_000; look++)
            {
                Assert.That(async () => await file.IsWholeAsync(Cache, CancellationToken.None), Throws.Nothing);
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            other.Join();
        }
    }

    [Test]
    public async Task The_files_of_a_split_are_fetched_and_no_others_are_found()
    {
        Hub.Files[$"{Dataset}/train.jsonl"] = Changed;
        var card = CardOf(Pinned with { Splits = ["test"] }, DataDownload.HuggingFace(Dataset, "train.jsonl", HubServer.Commit) with { Sha256 = Hash(Changed), Splits = ["pool"] });
        var test = await GetAsync(card, split: "test");
        Assert.That(test.Source.Find("pool", ["train.jsonl"]), Is.Null);
        await System.IO.File.WriteAllTextAsync(Path.Combine(test.Folder, "train.jsonl"), "planted");
        Assert.That(test.Source.Find("pool", ["train.jsonl"]), Is.Null, "what nobody verified is not read");
        Assert.That((await GetAsync(card)).Files.Select(file => file.Name), Is.EqualTo(new[] { "test.jsonl", "train.jsonl" }));
        Assert.That(await System.IO.File.ReadAllBytesAsync(Path.Combine(test.Folder, "train.jsonl")), Is.EqualTo(Changed));
        Assert.That(await RefusalAsync(card, split: "dev"), Is.EqualTo("exam: there is no split 'dev'. Choose one of test."));
    }

    [Test]
    public async Task What_is_no_split_is_read_beside_every_one()
    {
        Hub.Files[$"{Dataset}/corpus.jsonl"] = Changed;
        Hub.Files[$"{Dataset}/pool.jsonl"] = Changed;
        var corpus = DataDownload.HuggingFace(Dataset, "corpus.jsonl", HubServer.Commit) with { Sha256 = Hash(Changed), Splits = ["corpus"] };
        var data = await GetAsync(CardOf(Pinned with { Splits = ["test"] }, corpus, corpus with { Path = "pool.jsonl", Splits = ["pool"] }), split: "test");
        Assert.That(data.Files.Select(file => file.Name), Is.EqualTo(new[] { "test.jsonl", "corpus.jsonl" }));
    }

    [Test]
    public async Task Files_of_several_revisions_share_one_folder()
    {
        Hub.Revisions.Add("v2");
        Hub.Files[$"{Dataset}/train.jsonl"] = Changed;
        var data = await GetAsync(CardOf(Pinned, DataDownload.HuggingFace(Dataset, "train.jsonl", "v2") with { Sha256 = Hash(Changed) }));
        Assert.That(Directory.GetFiles(data.Folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "test.jsonl", "train.jsonl" }));
    }

    [Test]
    public async Task The_cache_says_what_it_has()
    {
        await GetAsync(CardOf(Pinned));
        await GetAsync(CardOf(Loose) with { Id = "other" }, options => options with { AllowUnpinned = true });
        await System.IO.File.WriteAllTextAsync(Path.Combine(Cache, "exam", "broken.json"), "{");
        var list = new DatasetDownloader(Options).List();
        Assert.That(list.Select(data => (data.Benchmark, data.Bytes, data.IsPinned)), Is.EqualTo(new[] { ("exam", (long)Content.Length, true), ("other", Content.Length, false) }));
        Assert.That(new DatasetDownloader(Options).FolderOf(CardOf(Pinned)), Is.EqualTo(list[0].Folder));
    }

    [TestCase("{\"version\":1,\"files\":[]}")]
    [TestCase("{\"version\":2}")]
    [TestCase("[]")]
    [TestCase("")]
    [TestCase("{\"version\":1,\"files\":[{\"name\":\"test.jsonl\",\"origin\":\"o\",\"revision\":null,\"bytes\":1,\"sha256\":\"HASH\",\"pinned\":true,\"fetchedAt\":\"2026-01-01T00:00:00Z\",\"contents\":[{\"path\":\"../../../etc/passwd\",\"bytes\":1,\"sha256\":\"0\"}]}]}")]
    public async Task A_record_that_is_lost_or_forged_is_no_record(string record)
    {
        await GetAsync(CardOf(Pinned));
        await System.IO.File.WriteAllTextAsync(Path.Combine(Cache, "exam", "0123456789ab.json"), record.Replace("HASH", Hash(Content), StringComparison.Ordinal));
        Assert.That(Read(await GetAsync(CardOf(Pinned))), Is.EqualTo(Content));
        Assert.That(Hub.Requests, Has.Count.EqualTo(4), "it was fetched again");
    }

    [Test]
    public async Task Terms_are_accepted_once()
    {
        var card = CardOf(Pinned) with { AccessTier = AccessTier.Gated, Terms = new Uri("https://terms.example/exam") };
        Assert.That(await RefusalAsync(card), Is.EqualTo("exam: the data comes with terms: https://terms.example/exam (licence: CC-BY-4.0). Read them, then say that you accept them: --accept with 'medbench run' or 'medbench data get exam', or AcceptTerms in code."));
        Assert.That(Hub.Requests, Is.Empty);
        await GetAsync(card, options => options with { AcceptTerms = true });
        Assert.That(await System.IO.File.ReadAllTextAsync(Path.Combine(Cache, "exam", "terms.json")), Does.Contain("\"terms\": \"https://terms.example/exam\"").And.Contain("\"acceptedAt\": \"2026-11-23T06:00:00+00:00\""));
        System.IO.File.Delete(Fetched);
        Assert.That(Read(await GetAsync(card)), Is.EqualTo(Content));
        System.IO.File.Delete(Fetched);
        Assert.That(await RefusalAsync(card with { Terms = new Uri("https://terms.example/new") }), Does.Contain("https://terms.example/new"), "other terms are accepted anew");
    }

    [Test]
    public async Task Several_at_once_accept_the_terms()
    {
        for (var round = 0; round < 30; round++)
        {
            var card = CardOf(Pinned) with { Id = $"exam-{round}", AccessTier = AccessTier.Gated, Terms = new Uri("https://terms.example/exam") };
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => GetAsync(card, options => options with { AcceptTerms = true, TimeProvider = TimeProvider.System }))));
            Assert.That(await RefusalAsync(card), Is.EqualTo("no error"), "all of them accepted one record");
        }
    }

    [Test]
    public async Task Restricted_data_is_never_fetched()
    {
        var refusal = await RefusalAsync(CardOf(Pinned) with { AccessTier = AccessTier.Restricted }, options => options with { AcceptTerms = true, AllowUnpinned = true });
        Assert.That(refusal, Is.EqualTo("exam: the data is restricted and is never fetched. Bring your credentialed copy: DatasetSource.Folder, or --data FOLDER."));
        Assert.That(Hub.Requests, Is.Empty);
    }

    [Test]
    public async Task A_card_without_downloads_asks_for_a_copy()
        => Assert.That(await RefusalAsync(CardOf()), Is.EqualTo("exam: the card names no place from which the data can be fetched. Bring your own copy: DatasetSource.Folder, or --data FOLDER."));

    [Test]
    public async Task A_card_without_files_has_nothing_to_fetch()
        => Assert.That(await RefusalAsync(CardOf() with { Splits = [new SplitInfo { Name = "test" }] }), Is.EqualTo("exam: the card names no files, so that there is nothing to fetch. Run it without --data: it may carry its questions itself."));

    [TestCase("../test.jsonl")]
    [TestCase("/etc/test.jsonl")]
    [TestCase("CON")]
    public async Task A_card_cannot_name_a_place_outside_its_folder(string name)
    {
        Assert.That(await RefusalAsync(CardOf(Pinned with { FileName = name })), Does.Contain("Give it another FileName."));
        Assert.That(Hub.Requests, Is.Empty);
    }

    [Test]
    public async Task Two_files_of_one_name_are_refused()
        => Assert.That(await RefusalAsync(CardOf(Pinned, Pinned with { Path = "other/test.jsonl" })), Does.Contain("has the place of"));

    [Test]
    public async Task A_cache_that_cannot_be_written_is_said()
    {
        await System.IO.File.WriteAllBytesAsync(Path.Combine(Cache, "exam"), Encoding.UTF8.GetBytes("a file where the folder would be"));
        Assert.That(await RefusalAsync(CardOf(Pinned)), Does.Contain("the cache cannot be written").And.Contain("MEDBENCH_CACHE"));
    }

    [Test]
    public void A_full_disk_is_said()
    {
        var full = new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
        Assert.That(DiskProblem.Of(full, File).Message, Is.EqualTo("test.jsonl: the disk is full. Make room, or name another folder (--cache, MEDBENCH_CACHE), then try again."));
    }
}
