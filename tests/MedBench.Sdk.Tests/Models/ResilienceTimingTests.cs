using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace MedBench.Tests.Models;

public class ResilienceTimingTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    [TestCase(7)]
    [TestCase(300)]
    public async Task A_wait_that_the_endpoint_asks_for_is_kept_to_the_instant(int seconds)
    {
        var clock = new FakeTimeProvider();
        var inner = new ScriptedCalls((attempt, _) => attempt == 1 ? throw Limited(seconds) : Task.FromResult(ScriptedCalls.Answer()));
        var call = new ResilientModelClient(inner, timeProvider: clock).CompleteAsync(Replies.Question);
        clock.Advance(TimeSpan.FromSeconds(seconds) - Instant);
        Assert.That(inner.Calls, Is.EqualTo(1));
        clock.Advance(Instant);
        Assert.That((await call).GetAttempts(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_wait_of_nothing_is_no_wait()
    {
        var inner = new ScriptedCalls((attempt, _) => attempt == 1 ? throw Limited(0) : Task.FromResult(ScriptedCalls.Answer()));
        Assert.That((await new ResilientModelClient(inner, timeProvider: new FakeTimeProvider()).CompleteAsync(Replies.Question)).GetAttempts(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_wait_that_is_too_long_fails_at_once_and_says_so()
    {
        var inner = new ScriptedCalls((_, _) => throw Limited(86400));
        var error = (await Assert.ThrowsAsync<ModelException>(() => new ResilientModelClient(inner, timeProvider: new FakeTimeProvider()).CompleteAsync(Replies.Question)))!;
        Assert.That((error.Kind, error.RetryAfter, inner.Calls), Is.EqualTo((ModelErrorKind.RateLimited, (TimeSpan?)TimeSpan.FromDays(1), 1)));
        Assert.That(error.Message, Does.Contain("asks to wait 86400 s, longer than MaxRetryAfter (300 s)"));
    }

    [TestCase(true, 10)]
    [TestCase(false, 10)]
    [TestCase(true, null)]
    public async Task One_workers_429_holds_all_sixteen_back(bool keepsTime, int? seconds)
    {
        var clock = new FakeTimeProvider();
        var options = new ResilienceOptions { BaseDelay = TimeSpan.FromSeconds(10), Randomizer = () => 1 };
        var inner = new ScriptedCalls((attempt, _) => attempt == 1 ? throw Limited(seconds) : Task.FromResult(ScriptedCalls.Answer())) { KeepsTime = keepsTime };
        var client = new ResilientModelClient(inner, options, clock);
        var calls = Enumerable.Range(0, 16).Select(_ => client.CompleteAsync(Replies.Question)).ToArray();
        clock.Advance(TimeSpan.FromSeconds(10) - Instant);
        Assert.That(inner.Calls, Is.EqualTo(1), "no request starts during the pause");
        clock.Advance(Instant);
        var responses = await Task.WhenAll(calls);
        Assert.That(inner.Calls, Is.EqualTo(17));
        Assert.That(responses.Sum(response => response.GetAttempts()), Is.EqualTo(17));
    }

    [Test]
    public async Task A_pause_made_longer_meanwhile_is_kept()
    {
        var clock = new FakeTimeProvider();
        var gate = new PauseGate(clock);
        gate.Close(TimeSpan.FromSeconds(5));
        var wait = gate.WaitAsync(CancellationToken.None).AsTask();
        clock.Advance(TimeSpan.FromSeconds(3));
        gate.Close(TimeSpan.FromSeconds(5));
        gate.Close(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(5) - Instant);
        Assert.That(gate.IsOpen || wait.IsCompleted, Is.False);
        clock.Advance(Instant);
        await wait;
        Assert.That(gate.IsOpen, Is.True);
    }

    [Test]
    public async Task An_attempt_that_hangs_is_ended_and_repeated()
    {
        var clock = new FakeTimeProvider();
        var inner = new ScriptedCalls(async (attempt, token) =>
        {
            await Task.Delay(attempt == 1 ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, clock, token);
            return ScriptedCalls.Answer();
        }) { KeepsTime = false };
        var call = new ResilientModelClient(inner, new ResilienceOptions { BaseDelay = TimeSpan.Zero }, clock).CompleteAsync(Replies.Question);
        clock.Advance(TimeSpan.FromSeconds(120) - Instant);
        Assert.That(inner.Calls, Is.EqualTo(1));
        clock.Advance(Instant);
        Assert.That((await call).GetAttempts(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_call_ends_when_its_total_time_is_over()
    {
        var clock = new FakeTimeProvider();
        var inner = new ScriptedCalls((_, _) => throw new ModelException(ModelErrorKind.Server, "down"));
        var options = new ResilienceOptions { MaxAttempts = 100, BaseDelay = TimeSpan.FromSeconds(60), Randomizer = () => 1 };
        var call = new ResilientModelClient(inner, options, clock).CompleteAsync(Replies.Question);
        for (var minute = 0; minute < 15; minute++)
        {
            Assert.That(call.IsCompleted, Is.False);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        var error = (await Assert.ThrowsAsync<ModelException>(() => call))!;
        Assert.That(error.Kind, Is.EqualTo(ModelErrorKind.Timeout));
        Assert.That(error.Message, Does.Contain("within 900 s in all").And.Contains("The last failure: down"));
    }

    [TestCase(0)]
    [TestCase(20)]
    [TestCase(90)]
    public async Task The_http_clients_own_limit_covers_headers_and_body(int bytes)
    {
        using var arrived = new SemaphoreSlim(0);
        await using var server = new LoopbackServer(_ =>
        {
            arrived.Release();
            return LoopbackServer.Reply.Json(Replies.Full).Cut(bytes, hangs: true);
        });
        var clock = new FakeTimeProvider();
        using var client = new OpenAICompatibleClient(server.Options, timeProvider: clock);
        var call = client.CompleteAsync(Replies.Question);
        await arrived.WaitAsync();
        clock.Advance(TimeSpan.FromSeconds(120) - Instant);
        Assert.That(call.IsCompleted, Is.False);
        clock.Advance(Instant);
        var error = (await Assert.ThrowsAsync<ModelException>(() => call))!;
        Assert.That((error.Kind, error.Message), Is.EqualTo((ModelErrorKind.Timeout, $"Model 'm' at {server.Endpoint} sent no complete reply within 120 s. Raise AttemptTimeout for slow models, or lower the concurrency.")));
    }

    [Test]
    public async Task Cancelling_the_http_client_is_told_from_a_timeout()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new LoopbackServer(_ =>
        {
            cancel.Cancel();
            return LoopbackServer.Reply.Json(Replies.Full).Cut(90, hangs: true);
        });
        using var client = new OpenAICompatibleClient(server.Options);
        var error = (await Assert.CatchAsync<OperationCanceledException>(() => client.CompleteAsync(Replies.Question, cancel.Token)))!;
        Assert.That(error.CancellationToken, Is.EqualTo(cancel.Token));
    }

    private static ModelException Limited(int? seconds)
        => new(ModelErrorKind.RateLimited, "slow down") { RetryAfter = seconds is { } wait ? TimeSpan.FromSeconds(wait) : null };
}
