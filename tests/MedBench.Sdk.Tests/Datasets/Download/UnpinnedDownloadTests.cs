namespace MedBench.Tests.Datasets.Download;

public sealed class UnpinnedDownloadTests : DownloadFixture
{
    private static readonly Func<DatasetDownloadOptions, DatasetDownloadOptions> Allowed = options => options with { AllowUnpinned = true };

    [Test]
    public async Task What_nobody_knows_is_not_fetched_unless_allowed()
    {
        Assert.That(await RefusalAsync(CardOf(Loose)), Is.EqualTo(
            $"exam: test.jsonl: the revision of huggingface.co/datasets/{Key} is not known, so that nobody can tell whether it is the published file. Allow it once and its hash is recorded: --unpinned with 'medbench run' or 'medbench data get exam', or AllowUnpinned in code."));
        Assert.That(await RefusalAsync(CardOf(Loose with { Revision = HubServer.Commit })), Does.Contain("the SHA-256 of "));
        Assert.That(Hub.Requests, Is.Empty);
    }

    [Test]
    public async Task The_first_fetch_is_recorded_and_said()
    {
        var data = await GetAsync(CardOf(Loose), Allowed);
        var file = data.Files.Single();
        Assert.Multiple(() =>
        {
            Assert.That((file.Sha256, file.IsPinned, file.Revision), Is.EqualTo((Hash(Content), false, HubServer.Commit)), "the hub says which commit it was");
            Assert.That(data.Folder, Does.EndWith(Path.Combine("exam", "unpinned")));
            Assert.That(Progress.Last().Note, Is.EqualTo($"not pinned: its SHA-256 {Hash(Content)} is that of the first fetch, on 2026-11-23, at revision {HubServer.Commit}"));
        });
        Assert.That((await GetAsync(CardOf(Loose))).Files.Single().IsNew, Is.False, "once allowed, it is there");
        Assert.That(Progress.Last().Note, Does.StartWith("not pinned"));
    }

    [Test]
    public async Task A_later_fetch_is_held_to_the_first_one()
    {
        var data = await GetAsync(CardOf(Loose), Allowed);
        System.IO.File.Delete(Path.Combine(data.Folder, File));
        Hub.Files[Key] = Changed;
        Assert.That(await RefusalAsync(CardOf(Loose), Allowed), Is.EqualTo(
            $"exam: test.jsonl: the file has changed at its source: its SHA-256 was {Hash(Content)} when it was first fetched and is {Hash(Changed)}. Delete the benchmark's folder in the cache to take the new one."));
        Hub.Files[Key] = Content;
        Assert.That(Read(await GetAsync(CardOf(Loose))), Is.EqualTo(Content), "its hash is known now, so that no new leave is needed");
    }

    [Test]
    public async Task A_hash_that_the_card_learns_is_held_against_what_is_there()
    {
        Hub.Files[Key] = Changed;
        await GetAsync(CardOf(Loose with { Revision = HubServer.Commit }), Allowed);
        Hub.Files[Key] = Content;
        Assert.That(Read(await GetAsync(CardOf(Pinned))), Is.EqualTo(Content));
    }

    /// <summary>The file changes while it is fetched, on servers that do and do not say so.</summary>
    [TestCase("If-Range is minded")]
    [TestCase("If-Range is not minded")]
    [TestCase("no entity tag")]
    [TestCase("weak entity tag")]
    public async Task Parts_of_two_versions_are_never_put_together(string server)
    {
        Hub.Alter = (request, reply) =>
        {
            if (!request.IsContent)
            {
                return reply.Without("X-Linked-Etag");
            }

            var version = Hub.ContentRequests == 1 ? Content : Changed;
            Hub.Files[Key] = Changed;
            var from = request.From ?? 0;
            var tag = server == "no entity tag" ? null : server == "weak entity tag" ? $"W/\"{Hash(version)[..8]}\"" : $"\"{Hash(version)[..8]}\"";
            if (server == "If-Range is minded" && request.Headers.GetValueOrDefault("if-range") is { } known && known != tag)
            {
                from = 0;
            }

            var sent = new HubReply { Status = from > 0 ? 206 : 200, Body = version[from..], CutAt = Hub.ContentRequests == 1 ? 90_000 : null };
            sent = tag is null ? sent : sent.With("ETag", tag);
            return from > 0 ? sent.With("Content-Range", $"bytes {from}-{version.Length - 1}/{version.Length}") : sent;
        };
        Assert.That(Read(await GetAsync(CardOf(Loose), Allowed)), Is.EqualTo(Changed));
    }

    [Test]
    public async Task A_leftover_of_an_earlier_process_is_not_continued()
    {
        var part = Path.Combine(Cache, "exam", "unpinned.part", File);
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        await System.IO.File.WriteAllBytesAsync(part, Changed[..50_000]);
        Assert.That(Read(await GetAsync(CardOf(Loose), Allowed)), Is.EqualTo(Content));
        Assert.That(Hub.Requests.Select(request => request.From), Is.All.Null);
    }

    [Test]
    public async Task What_the_hub_declares_of_a_large_file_must_come()
    {
        Hub.Alter = (request, reply) => request.IsContent ? reply with { Body = Changed } : reply;
        Assert.That(await RefusalAsync(CardOf(Loose), Allowed), Does.Contain("does not have the SHA-256 that it must have"));
        Assert.That(Left(), Is.Empty);
    }

    [Test]
    public async Task Without_a_length_a_part_could_pass_for_the_whole()
    {
        Hub.Alter = (request, reply) => request.IsContent ? reply with { HasLength = false, CutAt = 1_000 } : reply.Without("X-Linked-Etag");
        Assert.That(await RefusalAsync(CardOf(Loose), Allowed), Does.Contain("the server does not say how long the file is"));
        Assert.That(await RefusalAsync(CardOf(Pinned)), Does.Contain("SHA-256"), "a hash tells it anyway");
    }
}
