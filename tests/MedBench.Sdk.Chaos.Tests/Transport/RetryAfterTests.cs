using MedBench.Tests.Models;
using MedBench.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace MedBench.Chaos.Transport;

[FailureMode(1)]
public sealed class RetryAfterTests : RunFixture
{
    private const string Never = "fails at once";
    private static readonly DateTimeOffset Now = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly (string? Header, string Wait)[] Forms =
    [
        ("7", "00:00:07"),
        ("Sat, 01 Jan 2000 00:00:09 GMT", "00:00:09"),
        ("Fri, 31 Dec 1999 23:59:59 GMT", "00:00:00"),
        (null, "00:00:00.5"),
        ("soon", "00:00:00.5"),
        ("-5", "00:00:00.5"),
        ("86400", Never),
    ];

    [Test]
    public async Task Each_form_of_the_header_is_kept_to_the_instant()
    {
        var kept = 0;
        foreach (var (header, wait) in Forms)
        {
            kept += await IsKeptAsync(header, wait == Never ? null : TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture)) ? 1 : 0;
        }

        Figure.Print(1, $"{kept}/{Forms.Length} header forms kept to the instant");
        Assert.That(kept, Is.EqualTo(7));
    }

    [Test]
    public async Task The_whole_client_pauses()
    {
        var clock = new FakeTimeProvider(Now);
        using var endpoint = new StubEndpoint(request => request.Number == 1 ? Limited("10") : StubEndpoint.Answer("A"));
        using var client = endpoint.Client(clock);
        var resilient = new ResilientModelClient(client, timeProvider: clock);
        var calls = Enumerable.Range(0, 16).Select(_ => resilient.CompleteAsync(Replies.Question)).ToArray();
        clock.Advance(TimeSpan.FromSeconds(10) - Tick);
        var during = endpoint.Calls - 1;
        clock.Advance(Tick);
        await Task.WhenAll(calls);
        Figure.Print(1, $"16 workers, one 429: {during} requests during the pause");
        Assert.That((during, endpoint.Calls), Is.EqualTo((0, 17)));
    }

    [Test]
    public async Task A_wait_of_a_day_fails_samples_unsent_and_the_run_is_continued_later()
    {
        using var endpoint = new StubEndpoint(_ => Limited("86400"));
        using var client = endpoint.Client();
        var limited = await RunAsync(Plan(client, 200), concurrency: 4);
        Assert.Multiple(() =>
        {
            Assert.That(limited.Failed, Is.EqualTo(200));
            Assert.That(endpoint.Calls, Is.LessThanOrEqualTo(4));
            Assert.That(ResultLines(), Is.All.Contains("asks to wait 86400 s, longer than MaxRetryAfter (300 s): resume the run later."));
        });
        using var later = new StubEndpoint(_ => StubEndpoint.Answer("A"));
        using var again = later.Client();
        Assert.That((await RunAsync(Plan(again, 200))).IsComplete);
        Figure.Print(1, $"Retry-After of a day: {endpoint.Calls} requests for 200 samples at concurrency 4, all 200 done on resume");
    }

    private static async Task<bool> IsKeptAsync(string? header, TimeSpan? wait)
    {
        var clock = new FakeTimeProvider(Now);
        using var endpoint = new StubEndpoint(request => request.Number == 1 ? Limited(header) : StubEndpoint.Answer("A"));
        using var client = endpoint.Client(clock);
        var call = new ResilientModelClient(client, new ResilienceOptions { Randomizer = () => 1 }, clock).CompleteAsync(Replies.Question);
        if (wait is not { } time)
        {
            return endpoint.Calls == 1 && (await Assert.ThrowsAsync<ModelException>(() => call))!.Kind == ModelErrorKind.RateLimited;
        }

        if (time > TimeSpan.Zero)
        {
            clock.Advance(time - Tick);
            Assert.That(endpoint.Calls, Is.EqualTo(1), header);
            clock.Advance(Tick);
        }

        return (await call).GetAttempts() == 2;
    }

    private static HttpResponseMessage Limited(string? retryAfter)
    {
        var response = StubEndpoint.Json("""{"error":{"message":"slow down","code":"rate_limit_exceeded"}}""", 429);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }
}
