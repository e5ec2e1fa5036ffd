using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace MedBench.Tests.Datasets.Download;

/// <summary>Behaves like the Hugging Face Hub on this machine: it names commits and hashes, gates, and sends large files from another host and port.</summary>
internal sealed class HubServer : IAsyncDisposable
{
    public const string Token = "hf_the_token_of_the_test";

    private readonly TcpListener hub = new(IPAddress.Loopback, 0);
    private readonly TcpListener content = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> work = [];

    public HubServer()
    {
        hub.Start();
        content.Start();
        work.Add(AcceptAsync(hub, Answer));
        work.Add(AcceptAsync(content, AnswerContent));
    }

    public Uri Endpoint => new($"http://127.0.0.1:{Port(hub)}");

    /// <summary>Gets the files by <c>OWNER/NAME/PATH</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the files that are sent from the hub itself, as small ones are.</summary>
    public HashSet<string> Small { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the datasets that ask for the token.</summary>
    public HashSet<string> Gated { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the revisions that exist.</summary>
    public HashSet<string> Revisions { get; } = new(StringComparer.Ordinal) { "main", Commit };

    public static string Commit => "0123456789abcdef0123456789abcdef01234567";

    public ConcurrentQueue<HubRequest> Requests { get; } = new();

    /// <summary>Gets or sets what becomes of a reply.</summary>
    public Func<HubRequest, HubReply, HubReply> Alter { get; set; } = (_, reply) => reply;

    public int ContentRequests => Requests.Count(request => request.IsContent);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        hub.Stop();
        content.Stop();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private HubReply Answer(HubRequest request)
    {
        var parts = Uri.UnescapeDataString(request.Path).Split('/', 7);
        if (parts is not ["", "datasets", var owner, var name, "resolve", var revision, var path])
        {
            return Refuse(404, "RepoNotFound");
        }

        var dataset = $"{owner}/{name}";
        if (Files.Keys.All(file => !file.StartsWith($"{dataset}/", StringComparison.Ordinal)))
        {
            return Refuse(401, "RepoNotFound");
        }

        if (Gated.Contains(dataset) && request.Headers.GetValueOrDefault("authorization") != $"Bearer {Token}")
        {
            return Refuse(request.Headers.ContainsKey("authorization") ? 403 : 401, "GatedRepo");
        }

        if (!Revisions.Contains(revision))
        {
            return Refuse(404, "RevisionNotFound");
        }

        if (!Files.TryGetValue($"{dataset}/{path}", out var bytes))
        {
            return Refuse(404, "EntryNotFound");
        }

        var reply = Small.Contains($"{dataset}/{path}")
            ? Send(request, bytes, Hash(bytes)[..40])
            : new HubReply { Status = 302 }.With("Location", $"http://localhost:{Port(content)}/{dataset}/{path}?Signature=secret").With("X-Linked-Etag", $"\"{Hash(bytes)}\"").With("X-Linked-Size", $"{bytes.Length}");
        return reply.With("X-Repo-Commit", Commit);
    }

    private HubReply AnswerContent(HubRequest request)
        => Files.TryGetValue(Uri.UnescapeDataString(request.Path.Split('?')[0])[1..], out var bytes) ? Send(request, bytes, Hash(bytes)) : Refuse(404, "none");

    private static HubReply Refuse(int status, string code) => new HubReply { Status = status, Body = Encoding.UTF8.GetBytes(code) }.With("X-Error-Code", code);

    private static HubReply Send(HubRequest request, byte[] bytes, string tag)
    {
        var isSame = request.Headers.GetValueOrDefault("if-range", $"\"{tag}\"") == $"\"{tag}\"";
        var from = isSame ? Math.Min(request.From ?? 0, bytes.Length) : 0;
        var reply = new HubReply { Status = from > 0 ? 206 : 200, Body = bytes[from..] }.With("ETag", $"\"{tag}\"").With("Accept-Ranges", "bytes");
        return from >= bytes.Length && from > 0 ? new HubReply { Status = 416 }.With("Content-Range", $"bytes */{bytes.Length}")
            : from > 0 ? reply.With("Content-Range", $"bytes {from}-{bytes.Length - 1}/{bytes.Length}") : reply;
    }

    private async Task AcceptAsync(TcpListener listener, Func<HubRequest, HubReply> answer)
    {
        while (!stop.IsCancellationRequested)
        {
            work.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token), listener == content, answer));
        }
    }

    private async Task ServeAsync(TcpClient client, bool isContent, Func<HubRequest, HubReply> answer)
    {
        using var owned = client;
        var stream = client.GetStream();
        if (await HubRequest.ReadAsync(stream, isContent, stop.Token) is not { } request)
        {
            return;
        }

        Requests.Enqueue(request);
        var reply = Alter(request, answer(request));
        var length = reply.HasLength ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {reply.Length ?? reply.Body.Length}\r\n") : "";
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Said\r\n{string.Concat(reply.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}{length}Connection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop.Token);
        await stream.WriteAsync(reply.Body.AsMemory(0, Math.Min(reply.Body.Length, reply.CutAt ?? int.MaxValue)), stop.Token);
        await stream.FlushAsync(stop.Token);
        if (reply.Then is { } then)
        {
            await then(stop.Token);
        }

        if (reply.IsReset)
        {
            client.Client.LingerState = new LingerOption(true, 0);
        }
    }
}
