using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MedBench.Cli.Tests.Harness;

/// <summary>An OpenAI-compatible server on this machine, whose answer depends on the request's bytes alone.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentDictionary<string, int> attempts = new();
    private readonly ConcurrentDictionary<string, int> answered = new();
    private readonly ConcurrentDictionary<string, bool> authorizations = new();
    private readonly ConcurrentDictionary<string, bool> embedders = new();
    private TaskCompletionSource reached = new();
    private TaskCompletionSource released = new();
    private int pause = int.MaxValue;
    private int begun;
    private int embedded;

    private ModelServer(WebApplication application) => this.application = application;

    public string Endpoint => application.Urls.Single() + "/v1";

    /// <summary>Gets or sets what happens instead of an answer, from the request's hash and how often it came before.</summary>
    public Func<ulong, int, Fault> Faults { get; set; } = (_, _) => Fault.None;

    /// <summary>Gets or sets what a reply says to a request's body; null leaves it to the body's hash.</summary>
    public Func<string, string?> Says { get; set; } = _ => null;

    /// <summary>Gets how often each request was answered, by the number that its reply carries.</summary>
    public IReadOnlyDictionary<string, int> Answered => answered;

    /// <summary>Gets all requests, answered or not.</summary>
    public int Requests => attempts.Values.Sum();

    /// <summary>Gets how many vectors were given.</summary>
    public int Embeddings => Volatile.Read(ref embedded);

    /// <summary>Gets the models whose embeddings were asked for.</summary>
    public IEnumerable<string> Embedders => embedders.Keys;

    /// <summary>Gets the different Authorization headers that came.</summary>
    public IEnumerable<string> Authorizations => authorizations.Keys;

    /// <summary>Gets or sets the longest time in milliseconds that a reply takes; which takes how long follows from the request.</summary>
    public int Spread { get; set; }

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var server = new ModelServer(application);
        application.Run(server.ServeAsync);
        await application.StartAsync();
        return server;
    }

    /// <summary>Answers so many requests and holds all others; the task ends once that many are answered and another waits.</summary>
    public Task HoldAfter(int count)
    {
        (reached, released) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
        Volatile.Write(ref begun, 0);
        Volatile.Write(ref pause, count);
        return reached.Task;
    }

    public void Release()
    {
        Volatile.Write(ref pause, int.MaxValue);
        released.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        await application.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        authorizations[context.Request.Headers.Authorization.ToString()] = true;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (context.Request.Path.Value!.EndsWith("/embeddings", StringComparison.Ordinal))
        {
            await EmbedAsync(context, body.ToArray());
            return;
        }

        var hash = BitConverter.ToUInt64(SHA256.HashData(body.ToArray()));
        var id = hash.ToString("D20", System.Globalization.CultureInfo.InvariantCulture);
        var attempt = attempts.AddOrUpdate(id, 1, (_, count) => count + 1);
        if (Interlocked.Increment(ref begun) > Volatile.Read(ref pause))
        {
            reached.TrySetResult();
            await released.Task.WaitAsync(context.RequestAborted);
        }

        await Task.Delay((int)(hash % (uint)(Spread + 1)), context.RequestAborted);
        var fault = Faults(hash, attempt);
        if (fault == Fault.Drop)
        {
            context.Abort();
            return;
        }

        if (fault == Fault.None)
        {
            answered.AddOrUpdate(id, 1, (_, count) => count + 1);
        }

        context.Response.StatusCode = fault == Fault.None ? 200 : (int)fault;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(fault == Fault.None ? Reply(Says(Encoding.UTF8.GetString(body.ToArray())) ?? $"### Explanation\nNote {id}.\n\n### Answer\n({(char)('A' + (hash % 4))})") : """{"error":{"message":"no answer today","type":"test"}}"""));
    }

    /// <summary>Answers with a vector a text, of how often it has each vowel.</summary>
    private async Task EmbedAsync(HttpContext context, byte[] body)
    {
        using var request = JsonDocument.Parse(body);
        embedders[request.RootElement.GetProperty("model").GetString()!] = true;
        var vectors = request.RootElement.GetProperty("input").EnumerateArray().Select(text => string.Join(',', "aeiou".Select(vowel => text.GetString()!.Count(letter => letter == vowel)))).ToList();
        Interlocked.Add(ref embedded, vectors.Count);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"object":"list","model":"embedder","data":[{{string.Join(',', vectors.Select((vector, index) => $$"""{"object":"embedding","index":{{index}},"embedding":[{{vector}}]}"""))}}]}""");
    }

    private static string Reply(string content)
        => $$$"""{"id":"x","object":"chat.completion","model":"stub","choices":[{"index":0,"message":{"role":"assistant","content":{{{JsonSerializer.Serialize(content)}}}},"finish_reason":"stop"}],"usage":{"prompt_tokens":20,"completion_tokens":4,"total_tokens":24}}""";
}
