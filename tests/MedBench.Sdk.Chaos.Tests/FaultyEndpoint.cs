using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MedBench.Chaos;

/// <summary>A loopback server that spoils a share of the calls in many ways; which and how follows from the request and the attempt alone.</summary>
internal sealed class FaultyEndpoint : IAsyncDisposable
{
    private const int MostFaultsOfACall = 5;
    private const int MostMalformed = 2;

    private readonly StubServer server;
    private readonly ConcurrentDictionary<string, int> attempts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> answered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> injected = new(StringComparer.Ordinal);

    private FaultyEndpoint(StubServer server)
    {
        this.server = server;
        server.Answer = ServeAsync;
    }

    /// <summary>Gets or sets the share of calls that are spoiled, from 0 to 1.</summary>
    public double Rate { get; set; }

    public Uri Address => server.Endpoint;

    /// <summary>Gets how often each kind of fault was injected.</summary>
    public IReadOnlyDictionary<string, int> Injected => injected;

    /// <summary>Gets how many calls got a whole answer.</summary>
    public int Answered => answered.Count;

    /// <summary>Gets how many whole answers were given to a call that already had one.</summary>
    public int PaidTwice => answered.Values.Sum(count => count - 1);

    public static async Task<FaultyEndpoint> StartAsync() => new(await StubServer.StartAsync());

    public void Forget()
    {
        attempts.Clear();
        answered.Clear();
        injected.Clear();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static readonly (string Kind, Func<HttpContext, byte[], Task> Spoil)[] Polite =
    [
        ("429 without a time", (context, _) => Write(context, 429, """{"error":{"message":"slow down"}}""")),
        ("429 with Retry-After 0", (context, _) => { context.Response.Headers.RetryAfter = "0"; return Write(context, 429, "{}"); }),
        ("429 with a past date", (context, _) => { context.Response.Headers.RetryAfter = "Wed, 21 Oct 2015 07:28:00 GMT"; return Write(context, 429, "{}"); }),
        ("408", (context, _) => Write(context, 408, "")),
        ("500", (context, _) => Write(context, 500, """{"error":{"message":"internal"}}""")),
        ("500 that echoes the key", (context, _) => Write(context, 500, $"failed for {context.Request.Headers.Authorization}")),
        ("502 as HTML", (context, _) => Write(context, 502, "<html><body>Bad gateway</body></html>")),
        ("503", (context, _) => Write(context, 503, "")),
        ("504", (context, _) => Write(context, 504, "")),
        ("529", (context, _) => Write(context, 529, """{"type":"error","error":{"type":"overloaded_error"}}""")),
        ("reset before the answer", (context, _) => { context.Abort(); return Task.CompletedTask; }),
        ("reset within the answer", async (context, reply) =>
        {
            context.Response.ContentLength = reply.Length;
            await context.Response.Body.WriteAsync(reply.AsMemory(0, reply.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        }),
    ];

    private static readonly (string Kind, Func<HttpContext, byte[], Task> Spoil)[] Malformed =
    [
        ("200 with HTML", (context, _) => Write(context, 200, "<html>login</html>")),
        ("200 without a body", (context, _) => Write(context, 200, "")),
        ("200 cut short", (context, reply) => Write(context, 200, Encoding.UTF8.GetString(reply, 0, reply.Length / 2))),
        ("200 of another schema", (context, _) => Write(context, 200, """{"choices":[]}""")),
        ("200 with null content", (context, _) => Write(context, 200, """{"choices":[{"message":{"content":null},"finish_reason":"stop"}]}""")),
        ("200 with blank content", (context, _) => Write(context, 200, """{"choices":[{"message":{"content":" \n"},"finish_reason":"stop"}]}""")),
        ("200 that is not UTF-8", async (context, _) => { context.Response.StatusCode = 200; await context.Response.Body.WriteAsync(new byte[] { 0x7B, 0xFF, 0xFE, 0x7D }); }),
        ("200 with an error inside", (context, _) => Write(context, 200, """{"error":{"message":"backend","type":"server_error"}}""")),
    ];

    public static int Kinds => Polite.Length + Malformed.Length;

    private async Task ServeAsync(HttpContext context)
    {
        var body = StubServer.BodyOf(context);
        var call = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var attempt = attempts.AddOrUpdate(call, 0, (_, before) => before + 1);
        var reply = Reply(body, call);
        if (Fault(call, attempt) is { } fault)
        {
            injected.AddOrUpdate(fault.Kind, 1, (_, before) => before + 1);
            await fault.Spoil(context, reply);
            return;
        }

        answered.AddOrUpdate(call, 1, (_, before) => before + 1);
        await Write(context, 200, Encoding.UTF8.GetString(reply));
    }

    private (string Kind, Func<HttpContext, byte[], Task> Spoil)? Fault(string call, int attempt)
    {
        var malformed = 0;
        for (var earlier = 0; ; earlier++)
        {
            var random = SeededRandom.Create(42, "fault", call, earlier.ToString(CultureInfo.InvariantCulture));
            if (earlier == MostFaultsOfACall || random.NextDouble() >= Rate)
            {
                return null;
            }

            var chosen = (int)(random.NextDouble() * Kinds);
            chosen = chosen >= Polite.Length && malformed++ >= MostMalformed ? chosen % Polite.Length : chosen;
            if (earlier == attempt)
            {
                return chosen < Polite.Length ? Polite[chosen] : Malformed[chosen - Polite.Length];
            }
        }
    }

    /// <summary>Answers three of four questions rightly.</summary>
    private static byte[] Reply(string request, string call)
    {
        using var json = JsonDocument.Parse(request);
        var prompt = json.RootElement.GetProperty("messages")[0].GetProperty("content").GetString()!;
        var number = int.Parse(prompt.AsSpan(prompt.LastIndexOf("Question s ", StringComparison.Ordinal) + 11)[..7].TrimEnd(": which"), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        var letter = call[0] < '4' ? "ABCD"[(number + 1) % 4] : "ABCD"[number % 4];
        return Encoding.UTF8.GetBytes($$$"""{"id":"x","object":"chat.completion","model":"stub-1","choices":[{"index":0,"message":{"role":"assistant","content":"The answer is {{{letter}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":50,"completion_tokens":4,"total_tokens":54}}""");
    }

    private static Task Write(HttpContext context, int status, string body) => StubServer.WriteAsync(context, body, status);
}
