using MedBench.Running;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Chaos.Storage;

/// <summary>A kept reply answers the identical question only, and nothing but a complete reply is kept.</summary>
public sealed class ReplyCacheTests : StorageFixture
{
    private static readonly string[] NotSent = [nameof(ChatOptions.RawRepresentationFactory), nameof(ChatOptions.AllowBackgroundResponses), nameof(ChatOptions.ContinuationToken)];

    [Test]
    [FailureMode(23)]
    public void Every_leaf_of_a_request_changes_its_key_and_the_order_of_a_dictionary_does_not()
    {
        var keys = new Dictionary<string, string> { [Canonical(RequestLeaves.Full())] = "nothing" };
        var leaves = RequestLeaves.All().ToList();
        foreach (var (leaf, change) in leaves)
        {
            var draft = new RequestLeaves.ModelRequestDraft(RequestLeaves.Full());
            change(draft);
            Assert.That(keys.TryAdd(Canonical(draft.Build()), leaf), Is.True, $"A change of {leaf} gives the key of another request.");
        }

        Assert.That(Canonical(RequestLeaves.Full(reversed: true)), Is.EqualTo(Canonical(RequestLeaves.Full())));
        var settable = typeof(ChatOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Except(NotSent);
        Assert.That(settable, Is.SubsetOf(leaves.Select(leaf => leaf.Leaf)), "An option is in no key.");
        Figure.Print(23, $"{leaves.Count} leaves of a request changed alone: {leaves.Count}/{leaves.Count} new keys; reordering dictionaries: none");
    }

    [Test]
    [FailureMode(23)]
    public async Task A_second_run_asks_nothing_and_anything_else_asks_again()
    {
        await RunAsync("first", NewModel());
        var paid = Paid();
        await RunAsync("second", NewModel());
        Assert.Multiple(() =>
        {
            Assert.That(Paid(), Is.EqualTo(paid), "The second run must not pay.");
            Assert.That(Hash(At("second")), Is.EqualTo(Hash(At("first"))));
            Assert.That(File.ReadAllText(Path.Combine(At("second"), "journal.jsonl")), Does.Contain("\"cached\":true"));
        });

        var others = new (string What, Func<EvaluationPlan, EvaluationPlan> Change)[]
        {
            ("model", plan => plan with { Models = [new Renamed(NewModel(), new ModelInfo { Id = "other" })] }),
            ("endpoint", plan => plan with { Models = [new Renamed(NewModel(), new ModelInfo { Id = "ledger", Endpoint = new Uri("http://127.0.0.1:9/") })] }),
            ("revision", plan => plan with { Models = [new Renamed(NewModel(), new ModelInfo { Id = "ledger", Revision = "2" })] }),
            ("parameter", plan => plan with { Models = [new Renamed(NewModel(), new ModelInfo { Id = "ledger", Parameters = new Dictionary<string, string> { ["quantisation"] = "q4" } })] }),
            ("seed", plan => plan with { Seed = 43 }),
        };
        foreach (var (what, change) in others)
        {
            var before = Paid();
            await RunAsync($"{what} alone", NewModel(), change, cache: what);
            var alone = Paid() - before;
            await RunAsync(what, NewModel(), change);
            Assert.That(Paid() - before, Is.EqualTo(2 * alone), $"Another {what} must ask again.");
        }

        var once = Paid();
        await RunAsync("epochs", NewModel(), plan => plan with { Epochs = 2, Strategies = [OpenMedLm.ZeroShot()] });
        Assert.That(Paid() - once, Is.EqualTo(8), "The first epoch is known, the second is not.");
        Figure.Print(23, $"{paid} calls: a second run pays 0; another model, endpoint, revision, parameter, seed or epoch pays all");
    }

    [Test]
    [FailureMode(13)]
    public async Task Replies_of_a_model_that_the_endpoint_no_longer_names_are_asked_again()
    {
        static EvaluationPlan Twice(EvaluationPlan plan, int samples)
            => plan with { Strategies = [OpenMedLm.ZeroShot()], Epochs = 2, Benchmarks = [new BenchmarkSelection(new NumberedQuestions(samples))] };
        await RunAsync("old", new Fixed(_ => Reply("The answer is A", model: "alias-1")), plan => Twice(plan, 8));
        var now = new Fixed(_ => Reply("The answer is B", model: "alias-2"));
        var summary = await RunAsync("new", now, plan => Twice(plan, 9), concurrency: 1);
        // The ninth question is new: from its reply on the endpoint is known to be another model. Samples before it list the model that answered them.
        Assert.That(summary.Cells[0].ReportedModels, Is.EqualTo(new[] { "alias-1", "alias-2" }));
        Assert.That(now.Calls, Is.EqualTo(1 + 9), "the new question, then the whole second epoch");
    }

    [Test]
    [FailureMode(24)]
    public async Task Nothing_but_a_complete_reply_is_kept()
    {
        var failures = new (string What, Func<ChatResponse> Reply)[]
        {
            ("truncated", () => Reply("The answer is A", ChatFinishReason.Length)),
            ("filtered", () => Reply("The answer is A", ChatFinishReason.ContentFilter)),
            ("empty", () => Reply("")),
            ("blank", () => Reply(" \n\t")),
            ("no content", () => new ChatResponse([])),
            ("refusal", () => new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent("I cannot help.")])) { FinishReason = ChatFinishReason.Stop }),
            ("bad request", () => throw new ModelException(ModelErrorKind.BadRequest, "x")),
            ("content filter", () => throw new ModelException(ModelErrorKind.ContentFiltered, "x")),
            ("context overflow", () => throw new ModelException(ModelErrorKind.ContextOverflow, "x")),
            ("connection", () => throw new ModelException(ModelErrorKind.Connection, "x")),
            ("malformed", () => throw new ModelException(ModelErrorKind.Malformed, "x")),
            ("time-out", () => throw new ModelException(ModelErrorKind.Timeout, "x")),
        };
        foreach (var (what, reply) in failures)
        {
            var (bad, good) = (new Fixed(_ => reply()), new Fixed(_ => Reply("The answer is A")));
            await RunAsync($"{what} first", bad, Short, cache: what);
            await RunAsync($"{what} second", good, Short, cache: what);
            Assert.That(good.Calls, Is.EqualTo(2), what);
        }

        Figure.Print(24, $"{failures.Length} kinds of failed or incomplete replies: {failures.Length}/{failures.Length} asked again by the next run");

        static EvaluationPlan Short(EvaluationPlan plan) => plan with { Strategies = [OpenMedLm.ZeroShot()], Limit = 2 };
    }

    [Test]
    [FailureMode(18)]
    public async Task A_damaged_cache_misses_and_never_misleads()
    {
        await RunAsync("whole", NewModel());
        var (baseline, bytes, paid) = (Hash(At("whole")), await File.ReadAllBytesAsync(At("cache.jsonl")), Paid());
        var step = bytes.Length * 8 / Scale.Of(quick: 20, full: 1_000);
        for (var bit = 5; bit < bytes.Length * 8; bit += step)
        {
            var damaged = bytes.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(At("cache.jsonl"), damaged);
            await RunAsync($"bit-{bit}", NewModel());
            Assert.That(Hash(At($"bit-{bit}")), Is.EqualTo(baseline));
        }

        Assert.That(Paid() - paid, Is.InRange(1, 2 * Scale.Of(20, 1_000) + 2), "Only what a damaged line held is asked again.");
    }

    [Test]
    [FailureMode(21)]
    public async Task One_run_at_a_time_uses_a_cache()
    {
        using var used = ReplyCache.Open(At("cache.jsonl"), Disk.Default);
        var error = await Assert.ThrowsAsync<RunConflictException>(() => RunAsync("second", NewModel()));
        Assert.That(error!.Message, Does.Contain("cache.jsonl"));
    }

    private async Task<RunSummary> RunAsync(string folder, IModelClient model, Func<EvaluationPlan, EvaluationPlan>? change = null, int concurrency = CrashPlan.Concurrency, string cache = "cache")
    {
        var plan = CrashPlan.Create(model);
        var options = CrashPlan.Options(At(folder), concurrency) with { ReplyCachePath = At(cache + ".jsonl"), Resilience = new ResilienceOptions { MaxAttempts = 1 } };
        return await new EvaluationRunner().EvaluateAsync(change is null ? plan : change(plan), options);
    }

    private static ChatResponse Reply(string text, ChatFinishReason? finish = null, string model = "fixed-1")
        => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = finish ?? ChatFinishReason.Stop, ModelId = model };

    private static string Canonical(ModelRequest request)
        => System.Text.Encoding.UTF8.GetString(JournalFormat.Json(request, static (json, request) => RequestJson.Write(json, request)));

    private sealed class Renamed(IModelClient inner, ModelInfo info) : IModelClient
    {
        public ModelInfo Info => info;

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => inner.CompleteAsync(request, cancellationToken);
    }

    private sealed class Fixed(Func<ModelRequest, ChatResponse> reply) : IModelClient
    {
        private int calls;

        public int Calls => calls;

        public ModelInfo Info { get; } = new() { Id = "fixed" };

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult(reply(request));
        }
    }
}
