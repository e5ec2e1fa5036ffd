using System.Text;
using MedBench.Tests.Models;
using MedBench.Tests.Running;

namespace MedBench.Chaos.Transport;

[FailureMode(7)]
public sealed class HostileBodyTests : RunFixture
{
    private const string Key = "sk-canary-0123456789abcdef";

    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(Replies.Full.Trim());

    [Test]
    public async Task A_reply_cut_at_any_byte_is_malformed_and_never_scored()
    {
        using var endpoint = new StubEndpoint(request => StubEndpoint.Raw(Whole[..request.Case]));
        using var client = endpoint.Client();
        var options = new RunOptions { Folder = Folder("run"), Concurrency = 4, Resilience = StubEndpoint.Quick with { MaxUnusableReplies = 1 } };
        var summary = await new EvaluationRunner().EvaluateAsync(Plan(client, Whole.Length), options);
        var classified = RunReader.ReadResults(Folder("run")).Count(result => result.Outcome == Outcome.Failed && result.Error!.Contains(" sent a reply that is ", StringComparison.Ordinal));
        Figure.Print(7, $"{classified}/{Whole.Length} cuts classified, {summary.Cells[0].Denominator} scored");
        Assert.That((classified, summary.Cells[0].Denominator), Is.EqualTo((Whole.Length, 0)));
    }

    [Test]
    public async Task Hostile_bodies_are_asked_again_and_then_fail_with_a_short_excerpt_without_the_key()
    {
        var refused = 0;
        var corpus = Corpus();
        foreach (var (name, body) in corpus)
        {
            using var endpoint = new StubEndpoint(_ => body());
            using var client = endpoint.Client(configure: options => options with { ApiKey = new ApiKey(Key), MaxResponseBytes = 64 * 1024 });
            var error = (await Assert.ThrowsAsync<ModelException>(() => new ResilientModelClient(client, StubEndpoint.Quick).CompleteAsync(Replies.Question)))!;
            Assert.That((error.Kind, error.GetAttempts(), endpoint.Calls), Is.EqualTo((ModelErrorKind.Malformed, 4, 4)), name);
            Assert.That(error.Message, Has.Length.LessThan(800).And.Not.Contains(Key), name);
            refused++;
        }

        Figure.Print(7, $"{refused}/{corpus.Length} hostile bodies malformed");
        Assert.That(refused, Is.EqualTo(12));
    }

    [Test]
    [NonParallelizable]
    public async Task A_body_of_two_gigabytes_costs_less_than_twice_the_limit()
    {
        const int Limit = 16 * 1024 * 1024;
        var sent = 0L;
        using var endpoint = new StubEndpoint(_ => Endless(bytes => sent += bytes));
        using var client = endpoint.Client();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var error = (await Assert.ThrowsAsync<ModelException>(() => client.CompleteAsync(Replies.Question)))!;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Figure.Print(7, $"2 GB body: {sent} bytes read of a limit of {Limit}, {(double)allocated / Limit:F2} times the limit allocated");
        Assert.That(error.Message, Does.Contain("is larger than MaxResponseBytes (16777216 bytes)"));
        Assert.That(sent, Is.EqualTo(Limit + 1));
        Assert.That(allocated, Is.LessThan(2L * Limit));
    }

    private static (string Name, Func<HttpResponseMessage> Body)[] Corpus() =>
    [
        ("page", () => StubEndpoint.Json($"<html>{Key}<body>Sign in</body></html>")),
        ("nothing", () => StubEndpoint.Raw([])),
        ("half", () => StubEndpoint.Raw(Whole[..(Whole.Length / 2)])),
        ("another protocol", () => StubEndpoint.Json($$"""{"completion":"A","note":"{{Key}}"}""")),
        ("two answers", () => StubEndpoint.Json("""{"choices":[{"message":{"content":"A","content":"B"},"finish_reason":"stop"}]}""")),
        ("a picture", () => new HttpResponseMessage { Content = new ByteArrayContent([0x89, .. "PNG\r\n"u8]) { Headers = { { "Content-Type", "image/png" } } } }),
        ("without end", () => Endless(_ => { })),
        ("bad UTF-8", () => StubEndpoint.Raw(Encoding.Latin1.GetBytes(Replies.Content("ü")))),
        ("byte order mark", () => StubEndpoint.Raw([0xEF, 0xBB, 0xBF, .. Whole])),
        ("depth", () => StubEndpoint.Json($$"""{"x":{{new string('[', 1000)}}{{new string(']', 1000)}}}""")),
        ("lone surrogate", () => StubEndpoint.Json(Replies.Content("\\ud800"))),
        ("two replies", () => StubEndpoint.Raw([.. Whole, .. Whole])),
    ];

    private static HttpResponseMessage Endless(Action<int> count)
    {
        var left = 2L * 1024 * 1024 * 1024;
        return new ReplyStream((target, _) =>
        {
            var length = (int)Math.Min(left, target.Length);
            target.Span[..length].Fill((byte)' ');
            left -= length;
            count(length);
            return new(length);
        }).ToResponse();
    }
}
