using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MedBench.Fhir;

/// <summary>A FHIR R4 server over a store, on this machine and for this machine alone: it listens on the loopback interface, at a port that the system chooses.</summary>
/// <remarks>
/// Reads (<c>TYPE/ID</c>), searches (<c>TYPE?…</c>: the standard parameters of type string, token, date, reference, quantity, number and URI,
/// the modifiers <c>:exact</c>, <c>:contains</c>, <c>:text</c>, <c>:not</c>, <c>:missing</c> and <c>:TYPE</c>, prefixes of dates and
/// numbers, <c>_id</c>, <c>_count</c>, <c>_offset</c>, <c>_sort</c>, <c>_summary=count</c>, <c>_total=accurate</c>), <c>metadata</c>, and
/// where it is allowed, creates. Chained, composite and included searches are refused, as are requests that name another host than this
/// machine. Errors are OperationOutcomes. Nothing in a reply depends on the clock or the port.
/// </remarks>
public sealed class EmbeddedFhirServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FhirService service;
    private readonly EmbeddedFhirOptions options;
    private readonly string root;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim room;
    private readonly ConcurrentDictionary<Task, byte> connections = new();
    private readonly Task accepting;
    private bool isDisposed;

    private EmbeddedFhirServer(FhirStore store, EmbeddedFhirOptions options)
    {
        this.options = options;
        service = new FhirService(store, options);
        root = options.PresentedAddress.AbsolutePath.TrimEnd('/');
        room = new SemaphoreSlim(options.MaxConnections);
        listener.Start();
        Address = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, root + "/").Uri;
        accepting = AcceptAsync();
    }

    /// <summary>Gets the base address at which the server can be reached on this machine.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="store">The records.</param>
    /// <param name="options">What is shown and allowed; the defaults when null.</param>
    /// <exception cref="SocketException">No port can be had.</exception>
    public static EmbeddedFhirServer Start(FhirStore store, EmbeddedFhirOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new EmbeddedFhirServer(store, options ?? new EmbeddedFhirOptions());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true))
        {
            return;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        listener.Stop();
        await Task.WhenAll(connections.Keys.Append(accepting)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        room.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            await room.WaitAsync(stop.Token).ConfigureAwait(false);
            var client = await listener.AcceptTcpClientAsync(stop.Token).ConfigureAwait(false);
            var connection = ServeAsync(client);
            connections.TryAdd(connection, 0);
            _ = connection.ContinueWith(static (done, kept) => ((ConcurrentDictionary<Task, byte>)kept!).TryRemove(done, out _), connections, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var owned = client;
            client.NoDelay = true;
            var stream = client.GetStream();
            var buffer = new byte[HttpMessage.MaxHeadBytes];
            var filled = 0;
            while (true)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
                patience.CancelAfter(Patience);
                var (reply, rest) = await AnswerAsync(stream, buffer, filled, patience.Token).ConfigureAwait(false);
                if (reply is null)
                {
                    return;
                }

                await stream.WriteAsync(HttpMessage.Write(reply, closes: rest < 0), patience.Token).ConfigureAwait(false);
                if (rest < 0)
                {
                    return;
                }

                filled = rest;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, or the server stops: there is nobody to tell.
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Reads one request and answers it.</summary>
    /// <returns>The reply, null where the client closed; and how many bytes of the next request the buffer holds, negative where the connection must end.</returns>
    private async Task<(FhirReply? Reply, int Kept)> AnswerAsync(NetworkStream stream, byte[] buffer, int filled, CancellationToken cancellationToken)
    {
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (filled == buffer.Length)
            {
                return (FhirService.Outcome(414, "too-long", "The request's address and header fields are too long."), -1);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return (null, -1);
            }

            filled += read;
        }

        if (HttpMessage.Parse(buffer.AsSpan(0, end)) is not { } message)
        {
            return (FhirService.Outcome(400, "structure", "The request is not HTTP/1.1."), -1);
        }

        if (!message.IsForThisMachine)
        {
            return (FhirService.Outcome(421, "security", "This server answers this machine alone."), -1);
        }

        if (message.ContentLength is not { } length)
        {
            return (FhirService.Outcome(411, "structure", "A body needs its Content-Length."), -1);
        }

        if (length > options.MaxRequestBytes)
        {
            return (FhirService.Outcome(413, "too-long", "The body is too large."), -1);
        }

        var body = new byte[length];
        var begun = Math.Min(length, filled - end - 4);
        buffer.AsSpan(end + 4, begun).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(begun), cancellationToken).ConfigureAwait(false);
        var next = end + 4 + begun;
        buffer.AsSpan(next, filled - next).CopyTo(buffer);
        return (Answer(message, body), message.WantsClose ? -1 : filled - next);
    }

    private FhirReply Answer(HttpMessage message, byte[] body)
    {
        if (!message.Target.StartsWith(root, StringComparison.Ordinal) || message.Target[root.Length..] is not { } path || !(path.Length == 0 || path[0] is '/' or '?'))
        {
            return FhirService.Outcome(404, "not-found", $"The FHIR base address is '{root}/'.");
        }

        return message.Method switch
        {
            "GET" => service.Answer(FhirRequest.Get(path)),
            "POST" => service.Answer(FhirRequest.Create(path, System.Text.Encoding.UTF8.GetString(body))),
            _ => FhirService.Outcome(405, "not-supported", $"The method {message.Method} is not supported."),
        };
    }

    private void Release()
    {
        try
        {
            room.Release();
        }
        catch (ObjectDisposedException)
        {
            // The server stopped while this connection ended.
        }
    }
}
