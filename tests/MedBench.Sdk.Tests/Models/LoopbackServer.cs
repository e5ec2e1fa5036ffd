using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MedBench.Tests.Models;

/// <summary>A server on this machine that says what a script says, byte for byte.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<Received, Reply> script;
    private readonly ConcurrentBag<Task> connections = [];
    private readonly Task accepting;

    public LoopbackServer(Func<Received, Reply> script)
    {
        this.script = script;
        listener.Start();
        accepting = AcceptAsync();
    }

    public LoopbackServer(string body, int status = 200, string headers = "")
        : this(_ => Reply.Json(body, status, headers))
    {
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");

    public ConcurrentQueue<Received> Requests { get; } = new();

    public OpenAICompatibleOptions Options => new() { Endpoint = Endpoint, Model = "m" };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await Task.WhenAll(connections.Append(accepting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        var stream = client.GetStream();
        while (await ReadAsync(stream) is { } received)
        {
            Requests.Enqueue(received);
            var reply = script(received);
            await stream.WriteAsync(reply.Bytes, stop.Token);
            if (reply.Hangs)
            {
                await Task.Delay(Timeout.Infinite, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (reply.Closes)
            {
                return;
            }
        }
    }

    private async Task<Received?> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop.Token);
        return new Received(lines[0], headers, Encoding.UTF8.GetString(body), Requests.Count);
    }

    /// <summary>A request as it came over the wire.</summary>
    public sealed record Received(string Line, IReadOnlyDictionary<string, string> Headers, string Body, int Index);

    /// <summary>What to send back.</summary>
    public sealed record Reply(ReadOnlyMemory<byte> Bytes, bool Closes = false, bool Hangs = false)
    {
        public static Reply Json(string body, int status = 200, string headers = "") => Raw(Encoding.UTF8.GetBytes(body), status, headers);

        public static Reply Raw(byte[] body, int status = 200, string headers = "")
        {
            byte[] bytes = [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\n{headers}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
            return new Reply(bytes);
        }

        /// <summary>Sends only the first bytes of a reply, then closes or hangs.</summary>
        public Reply Cut(int length, bool hangs = false) => this with { Bytes = Bytes[..length], Closes = true, Hangs = hangs };
    }
}
