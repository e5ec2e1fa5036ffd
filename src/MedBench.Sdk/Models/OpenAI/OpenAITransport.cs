using System.Text.Json;
using System.Text.Unicode;

namespace MedBench;

/// <summary>Reads a whole reply.</summary>
/// <typeparam name="T">What the reply means.</typeparam>
/// <param name="body">The reply's bytes, valid UTF-8; only valid during the call.</param>
internal delegate T ReplyReader<out T>(ReadOnlySpan<byte> body);

/// <summary>Posts JSON to one endpoint and reads the reply; every failure leaves as a <see cref="ModelException"/>.</summary>
internal sealed class OpenAITransport : IDisposable
{
    private readonly OpenAICompatibleOptions options;
    private readonly TimeProvider timeProvider;
    private readonly HttpMessageInvoker invoker;
    private readonly string? keyValue;

    public OpenAITransport(OpenAICompatibleOptions options, HttpMessageHandler? handler, TimeProvider? timeProvider)
    {
        EndpointRules.Validate(options);
        this.options = options;
        this.timeProvider = timeProvider ?? TimeProvider.System;
        Failures = new ModelFailures(options, this.timeProvider);
        invoker = new HttpMessageInvoker(handler ?? CreateHandler(options), disposeHandler: handler is null);
        keyValue = options.ApiKey is not { } key ? null
            : options.ApiKeyHeader.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? $"Bearer {key.Value}"
            : key.Value;
    }

    public ModelFailures Failures { get; }

    /// <summary>Sends one request.</summary>
    /// <exception cref="ModelException">No usable reply; says of which kind.</exception>
    public async Task<T> PostAsync<T>(Uri address, RequestBody body, ReplyReader<T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(options.AttemptTimeout, timeProvider);
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        try
        {
            using var request = CreateRequest(address, body);
            using var response = await invoker.SendAsync(request, deadline.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw await ReadErrorAsync(response, deadline.Token).ConfigureAwait(false);
            }

            using var reply = await ReplyBody.ReadAsync(response.Content, options.MaxResponseBytes, deadline.Token).ConfigureAwait(false);
            body.Recycle();
            return Read(reply, read);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException)
        {
            throw Translate(error, deadline, cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose() => invoker.Dispose();

    private static SocketsHttpHandler CreateHandler(OpenAICompatibleOptions options) => new()
    {
        MaxConnectionsPerServer = options.MaxConnections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        Proxy = options.Proxy,
        UseProxy = options.Proxy is not null,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    };

    private HttpRequestMessage CreateRequest(Uri address, RequestBody body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (keyValue is not null)
        {
            request.Headers.TryAddWithoutValidation(options.ApiKeyHeader, keyValue);
        }

        // Some gateways turn away clients that do not name themselves.
        request.Headers.TryAddWithoutValidation("User-Agent", "MedBench.Sdk");
        return request;
    }

    private T Read<T>(in ReplyBody reply, ReplyReader<T> read)
    {
        var bytes = reply.Bytes;
        if (reply.IsCut)
        {
            throw Failures.TooLarge(bytes);
        }

        try
        {
            return Utf8.IsValid(bytes) ? read(options.ApiKey is { } key ? key.RedactReply(bytes) : bytes) : throw new ReplyFormatException("is not valid UTF-8");
        }
        catch (ReplyFormatException error)
        {
            throw Failures.Malformed(error.Message, bytes);
        }
        catch (JsonException error)
        {
            // The parser's own message may quote the reply, and with it whatever the reply echoes.
            throw Failures.Malformed(bytes.Length == 0 ? "is empty" : FormattableString.Invariant($"is not whole, valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})"), bytes);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or OverflowException)
        {
            throw Failures.Malformed("holds text or numbers that cannot be read", bytes);
        }
    }

    private async Task<ModelException> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await ReplyBody.ReadAsync(response.Content, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return Failures.FromStatus(response, body.Bytes);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // The status says enough where the explanation was lost on the way.
            return Failures.FromStatus(response, []);
        }
    }

    private Exception Translate(Exception error, CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException("The call was cancelled.", error, cancellationToken);
        }

        if (error is OperationCanceledException || deadline.IsCancellationRequested)
        {
            return Failures.Timeout(error);
        }

        return error is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
            ? Failures.Malformed("is not HTTP as it should be", [])
            : Failures.Connection(error);
    }
}
