using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Fhir;

/// <summary>Any FHIR R4 server as a role of a run: takes the text of a <see cref="FhirRequest"/> and replies with that of a <see cref="FhirReply"/>.</summary>
/// <remarks>
/// Requests never leave the base address: what a model wrote cannot make the client call another host, and redirects are not followed.
/// Refusals (4xx, 500, 501) are replies, for the asker to see; a server that is away, overloaded (408, 429, 502–504) or wants
/// credentials (401, 403) fails with a <see cref="ModelException"/> of the fitting kind, which a run repeats or stops at.
/// </remarks>
public sealed class FhirServerClient : IModelClient, IDisposable
{
    private readonly FhirServerClientOptions options;
    private readonly HttpClient http;
    private readonly bool ownsHttp;
    private readonly Uri address;
    private readonly (string Own, string Presented)? rewriting;

    /// <summary>Initializes a client.</summary>
    /// <param name="address">The server's base address, for instance <c>http://localhost:8080/fhir/</c>.</param>
    /// <param name="options">Id, time-out, size; the defaults when null.</param>
    /// <param name="http">The HTTP client, for servers that want credentials; stays the caller's to dispose. It should follow no redirects. Null means one without credentials.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http or https address without query.</exception>
    public FhirServerClient(Uri address, FhirServerClientOptions? options = null, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.Query.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new ArgumentException($"'{address.GetComponents(UriComponents.HostAndPort, UriFormat.UriEscaped)}' is not the base address of a FHIR server. Give an http or https address without query or credentials, for instance http://localhost:8080/fhir/.", nameof(address));
        }

        this.options = options ?? new FhirServerClientOptions();
        this.address = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
        ownsHttp = http is null;
        this.http = http ?? CreateHttp(address);
        rewriting = this.options.PresentedAddress is { } presented ? (this.address.AbsoluteUri.TrimEnd('/'), presented.AbsoluteUri.TrimEnd('/')) : null;
        Info = new ModelInfo
        {
            Id = this.options.Id,
            Revision = this.options.Revision,
            Provider = "fhir",
            Endpoint = this.address,
            IsSystem = true,
            Parameters = rewriting is { } shown
                ? new Dictionary<string, string>(StringComparer.Ordinal) { ["presented-address"] = shown.Presented }
                : new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }

    /// <inheritdoc />
    public ModelInfo Info { get; }

    /// <inheritdoc />
    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Messages.Count == 0)
        {
            throw Failure(ModelErrorKind.BadRequest, "was asked nothing. Make requests with FhirRequest.");
        }

        return (await SendAsync(FhirRequest.Parse(request.Messages[^1].Text), cancellationToken).ConfigureAwait(false)).ToResponse();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (ownsHttp)
        {
            http.Dispose();
        }
    }

    private async Task<FhirReply> SendAsync(FhirRequest request, CancellationToken cancellationToken)
    {
        if (Locate(request.Path) is not { } target)
        {
            return new FhirReply { Status = 400, Reason = "Bad Request", Body = "The path leads out of the server's base address." };
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(options.AttemptTimeout);
        try
        {
            using var message = new HttpRequestMessage(request.IsCreate ? HttpMethod.Post : HttpMethod.Get, target);
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
            message.Content = request.IsCreate ? new StringContent(request.Body, Encoding.UTF8, "application/fhir+json") : null;
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            ThrowWhereNoAnswer(response);
            var body = await ReadAsync(response.Content, deadline.Token).ConfigureAwait(false);
            return new FhirReply { Status = (int)response.StatusCode, Reason = response.ReasonPhrase ?? "", Body = Present(body) };
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(ModelErrorKind.Timeout, string.Create(CultureInfo.InvariantCulture, $"gave no whole reply within {options.AttemptTimeout.TotalSeconds:0.###} s. Raise AttemptTimeout, or lower the concurrency."), exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Failure(ModelErrorKind.Connection, $"cannot be reached ({exception.Message.TrimEnd('.')}). Start the server, or correct its address.", exception);
        }
    }

    /// <summary>Returns the address of a path; null where it would leave the base address.</summary>
    private Uri? Locate(string path)
    {
        var relative = path.StartsWith('?') || path.Length == 0 ? path : "/" + path;
        return relative.AsSpan().ContainsAny('#', '\\') || relative.Contains("://", StringComparison.Ordinal) && !relative.Contains('?', StringComparison.Ordinal)
            || !Uri.TryCreate(address.AbsoluteUri.TrimEnd('/') + relative, UriKind.Absolute, out var target)
            || target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) != address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)
            || !(target.AbsolutePath + "/").StartsWith(address.AbsolutePath, StringComparison.Ordinal)
                ? null
                : target;
    }

    private void ThrowWhereNoAnswer(HttpResponseMessage response)
    {
        ModelErrorKind? kind = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ModelErrorKind.Authentication,
            HttpStatusCode.TooManyRequests => ModelErrorKind.RateLimited,
            HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ModelErrorKind.Server,
            _ => null,
        };
        if (kind is { } failed)
        {
            var status = (int)response.StatusCode;
            throw new ModelException(failed, string.Create(CultureInfo.InvariantCulture, $"The FHIR server '{Info.Id}' at {address} answered with status {status}. {(failed == ModelErrorKind.Authentication ? "Give the client an HttpClient that carries the credentials." : "The request is repeated.")}"))
            {
                StatusCode = status,
                RetryAfter = response.Headers.RetryAfter?.Delta,
            };
        }
    }

    private async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (kept.Length + read > options.MaxReplyBytes)
            {
                throw Failure(ModelErrorKind.BadRequest, string.Create(CultureInfo.InvariantCulture, $"sent a reply of more than {options.MaxReplyBytes} bytes. Raise MaxReplyBytes, or ask for fewer resources."));
            }

            kept.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    private string Present(string body) => rewriting is { } shown ? body.Replace(shown.Own, shown.Presented, StringComparison.Ordinal) : body;

    private ModelException Failure(ModelErrorKind kind, string what, Exception? cause = null) => new(kind, $"The FHIR server '{Info.Id}' at {address} {what}", cause);

    private static HttpClient CreateHttp(Uri address)
        => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback, ActivityHeadersPropagator = null }) { Timeout = Timeout.InfiniteTimeSpan };
}
