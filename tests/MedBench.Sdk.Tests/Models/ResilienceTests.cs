using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace MedBench.Tests.Models;

public class ResilienceTests
{
    private static readonly ModelErrorKind[] Transient = [ModelErrorKind.RateLimited, ModelErrorKind.Server, ModelErrorKind.Connection, ModelErrorKind.Timeout];

    private static readonly ModelErrorKind[] Unusable = [ModelErrorKind.Malformed, ModelErrorKind.EmptyReply];

    [Test]
    public async Task Failures_that_pass_are_outlasted_up_to_the_last_attempt([ValueSource(nameof(Transient))] ModelErrorKind kind, [Range(0, 9)] int failures, [Values] bool keepsTime)
        => await CheckAsync(kind, failures, 8, keepsTime);

    [Test]
    public async Task Unusable_replies_are_asked_again_a_few_times([ValueSource(nameof(Unusable))] ModelErrorKind kind, [Range(0, 5)] int failures, [Values] bool keepsTime)
        => await CheckAsync(kind, failures, 4, keepsTime);

    [TestCase(ModelErrorKind.Authentication)]
    [TestCase(ModelErrorKind.QuotaExceeded)]
    [TestCase(ModelErrorKind.UnknownModel)]
    [TestCase(ModelErrorKind.BadRequest)]
    [TestCase(ModelErrorKind.ContextOverflow)]
    [TestCase(ModelErrorKind.ContentFiltered)]
    [TestCase(ModelErrorKind.BudgetExceeded)]
    [TestCase(ModelErrorKind.EndpointDown)]
    public async Task Failures_that_stay_are_not_repeated(ModelErrorKind kind) => await CheckAsync(kind, 1, 1, keepsTime: true);

    [Test]
    public async Task Unusable_replies_count_apart_from_other_failures()
    {
        var kinds = new[] { ModelErrorKind.Server, ModelErrorKind.Malformed, ModelErrorKind.Server, ModelErrorKind.EmptyReply, ModelErrorKind.Malformed, ModelErrorKind.Server };
        var inner = new ScriptedCalls((attempt, _) => attempt <= kinds.Length ? throw new ModelException(kinds[attempt - 1], "x") : Task.FromResult(ScriptedCalls.Answer()));
        var response = await new ResilientModelClient(inner, Quick).CompleteAsync(Replies.Question);
        Assert.That(response.GetAttempts(), Is.EqualTo(7));
    }

    [Test]
    public void Waits_double_within_their_random_half_and_follow_from_the_seed()
    {
        var first = Waits(new ResilienceOptions { Seed = 7 });
        Assert.Multiple(() =>
        {
            Assert.That(Waits(new ResilienceOptions { Seed = 7 }), Is.EqualTo(first));
            Assert.That(Waits(new ResilienceOptions { Seed = 8 }), Is.Not.EqualTo(first));
            Assert.That(Waits(new ResilienceOptions { Randomizer = () => 0 }), Is.EqualTo(new[] { 0.25, 0.5, 1, 2, 4, 8, 16 }));
            Assert.That(Waits(new ResilienceOptions { Randomizer = () => 1, MaxDelay = TimeSpan.FromSeconds(3) }), Is.EqualTo(new[] { 0.5, 1, 2, 3, 3, 3, 3 }));
        });
    }

    [Test]
    public void The_default_waits_bridge_half_a_minute_of_outage()
        => Assert.That(Waits(new ResilienceOptions()).Sum(), Is.InRange(31.75, 63.5));

    [Test]
    public async Task Cancelling_is_not_a_failure()
    {
        using var cancel = new CancellationTokenSource();
        var inner = new ScriptedCalls(async (_, token) =>
        {
            await cancel.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ScriptedCalls.Answer();
        });
        var error = (await Assert.CatchAsync<OperationCanceledException>(() => new ResilientModelClient(inner, Quick).CompleteAsync(Replies.Question, cancel.Token)))!;
        Assert.That((error.CancellationToken, inner.Calls), Is.EqualTo((cancel.Token, 1)));
    }

    [Test]
    public void Cancelling_ends_a_wait()
    {
        using var cancel = new CancellationTokenSource();
        var inner = new ScriptedCalls((_, _) => throw new ModelException(ModelErrorKind.Server, "x"));
        var call = new ResilientModelClient(inner, timeProvider: new FakeTimeProvider()).CompleteAsync(Replies.Question, cancel.Token);
        cancel.Cancel();
        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancel.Token));
        Assert.That(inner.Calls, Is.EqualTo(1));
    }

    [Test]
    public void What_is_not_a_model_failure_passes_through()
    {
        var inner = new ScriptedCalls((_, _) => throw new InvalidOperationException("bug"));
        Assert.That(() => new ResilientModelClient(inner, Quick).CompleteAsync(Replies.Question), Throws.InvalidOperationException);
        Assert.That(inner.Calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Log_likelihoods_are_repeated_one_continuation_at_a_time()
    {
        var inner = new ScriptedLikelihoods();
        var power = ((IModelClient)new ResilientModelClient(inner, Quick)).GetCapability<ILogLikelihoodClient>()!;
        var scores = await power.ScoreAsync(new LogLikelihoodRequest { Prompt = "p", Continuations = [" A", " BB", " CCC"] });
        Assert.That(scores.Select(score => score.TokenCount), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(inner.Calls, Is.EqualTo(6), "each continuation fails once");
    }

    [Test]
    public void A_power_that_the_client_lacks_is_not_made_up()
        => Assert.That(((IModelClient)new ResilientModelClient(new ScriptedCalls((_, _) => null!))).GetCapability<ILogLikelihoodClient>(), Is.Null);

    private static ResilienceOptions Quick => new() { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };

    private static async Task CheckAsync(ModelErrorKind kind, int failures, int limit, bool keepsTime)
    {
        var inner = new ScriptedCalls((attempt, _) => attempt <= failures ? throw new ModelException(kind, $"failure {attempt}") : Task.FromResult(ScriptedCalls.Answer())) { KeepsTime = keepsTime };
        var client = new ResilientModelClient(inner, Quick);
        if (failures < limit)
        {
            Assert.That((await client.CompleteAsync(Replies.Question)).GetAttempts(), Is.EqualTo(failures + 1));
        }
        else
        {
            var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
            Assert.That((error.Kind, error.Message, error.GetAttempts()), Is.EqualTo((kind, $"failure {limit}", limit)));
        }

        Assert.That(inner.Calls, Is.EqualTo(Math.Min(failures + 1, limit)));
    }

    private static double[] Waits(ResilienceOptions options)
    {
        var settings = new ResilienceSettings(options, "x", client: null);
        return [.. Enumerable.Range(0, settings.MaxAttempts - 1).Select(failures => settings.Wait(null, failures).TotalSeconds)];
    }
}
