namespace MedBench.Tests.Datasets.Download;

public sealed class HubDownloadTests : DownloadFixture
{
    [Test]
    public async Task A_large_file_comes_from_another_host_which_never_sees_the_token()
    {
        var data = await GetAsync(CardOf(Pinned), options => options with { HubToken = new ApiKey(HubServer.Token) });
        Assert.Multiple(() =>
        {
            Assert.That(Read(data), Is.EqualTo(Content));
            Assert.That(data.Files.Single(), Is.EqualTo(new DownloadedFile
            {
                Name = File, Origin = $"huggingface.co/datasets/{Key}", Revision = HubServer.Commit, Bytes = Content.Length, Sha256 = Hash(Content), IsPinned = true, FetchedAt = Time.GetUtcNow(), IsNew = true, Contents = data.Files[0].Contents,
            }));
            Assert.That(Hub.Requests.Select(request => (request.IsContent, request.Headers.ContainsKey("authorization"))), Is.EqualTo(new[] { (false, true), (true, false) }));
            Assert.That(Hub.Requests.First().Path, Is.EqualTo($"/datasets/{Dataset}/resolve/{HubServer.Commit}/{File}"));
            Assert.That(Left(), Is.EqualTo(new[] { "exam/0123456789ab.json", "exam/0123456789ab/test.jsonl" }));
            Assert.That(Progress.Last(), Is.EqualTo(new DownloadProgress { Benchmark = "exam", File = File, Stage = DownloadStage.Fetched, Bytes = Content.Length, TotalBytes = Content.Length }));
        });
    }

    [Test]
    public async Task A_small_file_comes_from_the_hub_itself()
    {
        Hub.Small.Add(Key);
        Assert.That(Read(await GetAsync(CardOf(Pinned))), Is.EqualTo(Content));
        Assert.That(Hub.ContentRequests, Is.Zero);
    }

    [Test]
    public async Task What_was_fetched_is_not_asked_for_again()
    {
        await GetAsync(CardOf(Pinned));
        var again = await GetAsync(CardOf(Pinned));
        Assert.That(Read(again), Is.EqualTo(Content));
        Assert.That(again.Files.Single().IsNew, Is.False);
        Assert.That(Hub.Requests, Has.Count.EqualTo(2));
        Assert.That(Progress.Last().Stage, Is.EqualTo(DownloadStage.Cached));
    }

    [Test]
    public async Task Gated_data_names_its_terms_and_the_token()
    {
        Hub.Gated.Add(Dataset);
        var refusal = await RefusalAsync(CardOf(Pinned));
        Assert.That(refusal, Does.StartWith("exam: test.jsonl: the data is gated (http://127.0.0.1:").And.EndsWith($"replied 401). Accept the terms at {Hub.Endpoint}datasets/{Dataset} with your account, and give its token in HF_TOKEN."));
        var wrong = await RefusalAsync(CardOf(Pinned), options => options with { HubToken = new ApiKey("hf_another") });
        Assert.That(wrong, Does.Contain("replied 403").And.EndsWith("the token that was sent does not suffice.").And.Not.Contain("hf_another"));
        Assert.That(Read(await GetAsync(CardOf(Pinned), options => options with { HubToken = new ApiKey(HubServer.Token) })), Is.EqualTo(Content));
    }

    [Test]
    public async Task The_terms_of_the_card_are_named_before_those_of_the_repository()
    {
        Hub.Gated.Add(Dataset);
        var card = CardOf(Pinned) with { Terms = new Uri("https://terms.example/exam") };
        Assert.That(await RefusalAsync(card, options => options with { AcceptTerms = true }), Does.Contain("Accept the terms at https://terms.example/exam with your account"));
    }

    [TestCase("clinic/exam", "other.jsonl", "main", "the file is not there")]
    [TestCase("clinic/exam", "test.jsonl", "ffff", "the dataset has no such revision")]
    [TestCase("clinic/none", "test.jsonl", "main", "the hub knows no such dataset, or shows it to some accounts only")]
    public async Task What_is_not_there_is_said(string dataset, string file, string revision, string problem)
    {
        var refusal = await RefusalAsync(CardOf(DataDownload.HuggingFace(dataset, file, revision) with { Sha256 = Hash(Content) }));
        Assert.That(refusal, Does.StartWith($"exam: {file}: {problem} (http://127.0.0.1:"));
        Assert.That(Hub.Requests, Has.Count.EqualTo(1), "nothing is tried twice that cannot help");
    }

    [Test]
    public async Task Busy_servers_are_asked_again_after_the_wait_that_they_name()
    {
        Hub.Alter = (_, reply) => Hub.Requests.Count switch
        {
            1 => new HubReply { Status = 503 },
            2 => new HubReply { Status = 429 }.With("Retry-After", "7"),
            3 => new HubReply { Status = 429 }.With("Retry-After", "86400"),
            _ => reply,
        };
        Assert.That(Read(await GetAsync(CardOf(Pinned))), Is.EqualTo(Content));
        Assert.That(Progress.Count(report => report.Stage == DownloadStage.Retrying), Is.EqualTo(3));
        Assert.That(Time.Waits, Is.EqualTo(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7), TimeSpan.FromMinutes(5) }), "a day is cut to five minutes");
    }

    [Test]
    public async Task A_server_that_stays_busy_is_given_up()
    {
        Hub.Alter = (_, _) => new HubReply { Status = 500 };
        Assert.That(await RefusalAsync(CardOf(Pinned), options => options with { MaxAttempts = 3 }), Does.Contain("the download broke off: ").And.Contain("replied 500").And.EndsWith("Try again; it goes on where it stopped."));
        Assert.That(Hub.Requests, Has.Count.EqualTo(3));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_connection_that_breaks_is_continued_where_it_broke(bool isReset)
    {
        const int First = 70_000;
        Hub.Alter = (request, reply) => request.IsContent && request.From is null ? reply with { CutAt = First, IsReset = isReset } : reply;
        Assert.That(Read(await GetAsync(CardOf(Pinned))), Is.EqualTo(Content));
        var continued = Hub.Requests.Last(request => request.IsContent);
        Assert.That(continued.From, Is.InRange(1, First), "a reset may take along bytes that were on their way");
        Assert.That(continued.Headers["if-range"], Is.EqualTo($"\"{Hash(Content)}\""));
    }

    [Test]
    public async Task A_length_that_no_byte_fills_is_no_file()
    {
        Hub.Alter = (request, reply) => request.IsContent ? reply.With("ETag", "\"x\"") with { Length = Content.Length + 10, Status = 200, Body = Content } : reply;
        Assert.That(await RefusalAsync(CardOf(Loose), options => options with { AllowUnpinned = true, MaxAttempts = 2 }), Does.Contain("broke off"));
        Assert.That(Left().Where(file => !file.Contains(".part", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Other_bytes_than_pinned_are_refused_and_none_stays()
    {
        Hub.Files[Key] = Changed;
        Assert.That(await RefusalAsync(CardOf(Pinned)), Does.Contain($"does not have the SHA-256 that it must have ({Hash(Content)})"));
        Assert.That(Left(), Is.Empty);
    }

    [Test]
    public async Task A_handler_that_follows_redirects_is_refused()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = true };
        Assert.That(await RefusalAsync(CardOf(Pinned), options => options with { Handler = handler }), Does.Contain("by itself. Set AllowAutoRedirect of the handler to false."));
    }

    [Test]
    public async Task A_download_that_is_cancelled_goes_on_later()
    {
        using var cancellation = new CancellationTokenSource();
        Hub.Alter = (request, reply) => request.IsContent && request.From is null
            ? reply with
            {
                CutAt = 100_000,
                Then = async stop =>
                {
                    while ((Progress.LastOrDefault()?.Bytes ?? 0) < 100_000)
                    {
                        await Task.Delay(5, stop);
                    }

                    await cancellation.CancelAsync();
                    await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                },
            }
            : reply;
        await Assert.ThatAsync(() => GetAsync(CardOf(Pinned), cancellationToken: cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Read(await GetAsync(CardOf(Pinned))), Is.EqualTo(Content));
        Assert.That(Hub.Requests.Last().From, Is.EqualTo(100_000));
    }
}
