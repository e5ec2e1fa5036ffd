using System.Text;
using MedBench.Tests.Models;
using Microsoft.Extensions.Time.Testing;

namespace MedBench.Chaos.Transport;

[FailureMode(5)]
public sealed class TimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(Replies.Full.Trim());

    [Test]
    public async Task Silence_a_body_that_stops_and_a_body_that_drips_end_at_the_instant()
    {
        var clock = new FakeTimeProvider();
        var ended = 0;
        foreach (var kind in new[] { "silent", "stops", "drips" })
        {
            var open = 0;
            using var endpoint = new StubEndpoint((_, token) => ReplyAsync(kind, clock, count => Interlocked.Add(ref open, count), token));
            using var client = endpoint.Client(clock);
            var call = client.CompleteAsync(Replies.Question);
            for (var second = 1; second < Limit.TotalSeconds; second++)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
            Assert.That(call.IsCompleted, Is.False, kind);
            clock.Advance(TimeSpan.FromTicks(1));
            var error = (await Assert.ThrowsAsync<ModelException>(() => call))!;
            ended += error.Kind == ModelErrorKind.Timeout && endpoint.Open == 0 && open == 0 ? 1 : 0;
        }

        Figure.Print(5, $"{ended}/3 kinds end at exactly {Limit.TotalSeconds:0} s, 0 reads left behind");
        Assert.That(ended, Is.EqualTo(3));
    }

    [Test]
    public void The_default_limits_suit_language_models()
    {
        var options = new OpenAICompatibleOptions { Endpoint = new Uri("http://127.0.0.1/v1"), Model = "m" };
        Assert.That((options.AttemptTimeout, options.TotalTimeout), Is.EqualTo((TimeSpan.FromSeconds(120), TimeSpan.FromMinutes(15))));
    }

    private static async Task<HttpResponseMessage> ReplyAsync(string kind, TimeProvider clock, Action<int> count, CancellationToken cancellationToken)
    {
        if (kind == "silent")
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }

        var sent = 0;
        return new ReplyStream(async (target, token) =>
        {
            count(1);
            try
            {
                var isDone = kind == "stops" && sent == 40;
                await Task.Delay(isDone ? Timeout.InfiniteTimeSpan : kind == "drips" ? TimeSpan.FromSeconds(1) : TimeSpan.Zero, clock, token).ConfigureAwait(false);
                target.Span[0] = Whole[sent++];
                return 1;
            }
            finally
            {
                count(-1);
            }
        }).ToResponse();
    }
}
