using Microsoft.Extensions.AI;

namespace MedBench.Testing.Tests;

public sealed class FaultyModelClientTests : ModelClientSpecification
{
    private const int Requests = 2000;

    private static readonly FaultPlan EveryKind = new() { Rate = 0.3, Seed = 42, Delay = TimeSpan.Zero, Weights = FaultPlan.Equally(Enum.GetValues<FaultKind>()) };

    protected override IModelClient CreateClient() => new FaultyModelClient(new ScriptedModelClient(_ => "B"), EveryKind with { Rate = 0 });

    protected override IModelClient CreateFailingClient() => Always(FaultKind.Server);

    [Test]
    public async Task The_same_seed_injects_the_same_faults_in_any_order()
    {
        var forward = await RunAsync(EveryKind, Enumerable.Range(0, Requests));
        var backward = await RunAsync(EveryKind, Enumerable.Range(0, Requests).Reverse());
        Assert.That(backward.Observed, Is.EqualTo(forward.Observed));
        Assert.That(backward.Injected, Is.EqualTo(forward.Injected));
    }

    [Test]
    public async Task Another_seed_injects_other_faults()
    {
        var first = await RunAsync(EveryKind, Enumerable.Range(0, Requests));
        var second = await RunAsync(EveryKind with { Seed = 43 }, Enumerable.Range(0, Requests));
        Assert.That(second.Observed, Is.Not.EqualTo(first.Observed));
    }

    [Test]
    public async Task As_many_faults_occur_as_the_rate_says_and_each_kind_equally_often()
    {
        var injected = (await RunAsync(EveryKind, Enumerable.Range(0, Requests))).Injected;
        var (mean, kinds) = (Requests * 0.3, Enum.GetValues<FaultKind>().Length);
        Assert.That(injected.Values.Sum(), Is.EqualTo(mean).Within(4 * Math.Sqrt(mean * 0.7)));
        Assert.That(injected, Has.Count.EqualTo(kinds));
        Assert.That(injected.Values, Is.All.EqualTo(mean / kinds).Within(4 * Math.Sqrt(mean / kinds)));
    }

    [Test]
    public async Task The_counts_are_what_the_callers_saw()
    {
        var plan = EveryKind with { Weights = FaultPlan.Transient };
        var run = await RunAsync(plan, Enumerable.Range(0, Requests));
        Assert.That(run.Observed.Count(result => result != "B"), Is.EqualTo(run.Injected.Values.Sum()));
    }

    [Test]
    public async Task A_request_passes_once_its_faulty_attempts_are_over()
    {
        var client = new FaultyModelClient(new ScriptedModelClient(_ => "B"), EveryKind with { Rate = 1, Weights = FaultPlan.Transient, FaultyAttempts = 2 });
        var request = ModelRequest.FromText("?");
        await Assert.ThatAsync(() => client.CompleteAsync(request), Throws.TypeOf<ModelException>());
        await Assert.ThatAsync(() => client.CompleteAsync(request), Throws.TypeOf<ModelException>());
        Assert.That((await client.CompleteAsync(request)).Text, Is.EqualTo("B"));
        Assert.That(client.Calls, Is.EqualTo(3));
    }

    [TestCase(FaultKind.RateLimited, ModelErrorKind.RateLimited, null)]
    [TestCase(FaultKind.RateLimitedWithRetryAfter, ModelErrorKind.RateLimited, 2)]
    [TestCase(FaultKind.Server, ModelErrorKind.Server, null)]
    [TestCase(FaultKind.Connection, ModelErrorKind.Connection, null)]
    [TestCase(FaultKind.Timeout, ModelErrorKind.Timeout, null)]
    [TestCase(FaultKind.Malformed, ModelErrorKind.Malformed, null)]
    [TestCase(FaultKind.Empty, ModelErrorKind.EmptyReply, null)]
    [TestCase(FaultKind.ContentFiltered, ModelErrorKind.ContentFiltered, null)]
    [TestCase(FaultKind.BadRequest, ModelErrorKind.BadRequest, null)]
    [TestCase(FaultKind.ContextOverflow, ModelErrorKind.ContextOverflow, null)]
    [TestCase(FaultKind.QuotaExceeded, ModelErrorKind.QuotaExceeded, null)]
    public async Task A_failure_has_its_own_kind(FaultKind fault, ModelErrorKind kind, int? retryAfter)
    {
        var error = (await Assert.ThrowsAsync<ModelException>(() => Always(fault).CompleteAsync(ModelRequest.FromText("?"))))!;
        Assert.That((error.Kind, error.RetryAfter?.TotalSeconds), Is.EqualTo((kind, (double?)retryAfter)));
    }

    [Test]
    public async Task A_spoiled_reply_is_marked_as_an_endpoint_would()
    {
        var truncated = await Always(FaultKind.Truncated).CompleteAsync(ModelRequest.FromText("?"));
        Assert.That((truncated.Text, truncated.FinishReason), Is.EqualTo(("Answ", ChatFinishReason.Length)));
        Assert.That((await Always(FaultKind.WrongModel).CompleteAsync(ModelRequest.FromText("?"))).ModelId, Is.EqualTo("scripted-substitute"));
        Assert.That((await Always(FaultKind.Refusal).CompleteAsync(ModelRequest.FromText("?"))).Text, Does.StartWith("I'm sorry"));
    }

    [Test]
    public async Task A_slow_reply_waits_for_the_plans_own_clock_and_can_be_cancelled()
    {
        var time = new SteppedTime();
        var client = new FaultyModelClient(new ScriptedModelClient(_ => "B"), EveryKind with { Rate = 1, Weights = FaultPlan.Equally(FaultKind.Slow), TimeProvider = time, Delay = TimeSpan.FromHours(1) });
        var reply = client.CompleteAsync(ModelRequest.FromText("?"));
        Assert.That(reply.IsCompleted, Is.False);
        time.Fire();
        Assert.That((await reply).Text, Is.EqualTo("B"));

        using var source = new CancellationTokenSource();
        var cancelled = client.CompleteAsync(ModelRequest.FromText("?"), source.Token);
        await source.CancelAsync();
        await Assert.ThatAsync(() => cancelled, Throws.InstanceOf<OperationCanceledException>());
    }

    private static FaultyModelClient Always(FaultKind fault)
        => new(new ScriptedModelClient(_ => "Answer:"), new FaultPlan { Rate = 1, Weights = FaultPlan.Equally(fault) });

    private static async Task<(IReadOnlyList<string> Observed, IReadOnlyDictionary<FaultKind, int> Injected)> RunAsync(FaultPlan plan, IEnumerable<int> order)
    {
        var client = new FaultyModelClient(new ScriptedModelClient(_ => "B"), plan);
        var observed = new string[Requests];
        await Parallel.ForEachAsync(order, async (i, token) =>
        {
            try
            {
                observed[i] = (await client.CompleteAsync(ModelRequest.FromText($"question {i}"), token)).Text;
            }
            catch (ModelException error)
            {
                observed[i] = error.Message;
            }
        });
        return (observed, client.Injected);
    }
}
