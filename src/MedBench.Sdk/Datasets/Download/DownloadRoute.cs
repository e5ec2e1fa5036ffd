using System.Net;
using System.Net.Http.Headers;

namespace MedBench;

/// <summary>Follows the redirects of a download as far as its pin allows: encrypted all the way, and to named hosts alone.</summary>
/// <param name="pin">What is downloaded.</param>
/// <param name="name">The file's name, for errors.</param>
internal sealed class DownloadRoute(DownloadPin pin, string name)
{
    private const int MostRedirects = 5;

    /// <summary>Asks for the file from a byte on.</summary>
    /// <param name="http">Sends the requests.</param>
    /// <param name="from">The first byte that is wanted.</param>
    /// <param name="version">The entity tag of the bytes before it; null where it is not known.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="DatasetException">The address or a redirect is not allowed, or the server refuses.</exception>
    /// <exception cref="TransferException">Another attempt may succeed.</exception>
    public async Task<DownloadReply> SendAsync(HttpMessageInvoker http, long from, string? version, CancellationToken cancellationToken)
    {
        var (address, reply) = (pin.Address, new DownloadReply());
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            Check(address);
            using var request = CreateRequest(address, from, version);
            var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } answered && answered != address)
            {
                response.Dispose();
                throw Refused($"the handler followed a redirect from {Describe(address)} by itself", "Set AllowAutoRedirect of the handler to false");
            }

            reply = reply.With(response);
            if (response.IsSuccessStatusCode || (from > 0 && response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable))
            {
                return reply with { Response = response };
            }

            using (response)
            {
                address = (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next
                    ? new Uri(address, next)
                    : throw DownloadRefusal.Of(response, pin, $"{Describe(address)} replied {(int)response.StatusCode}", name);
            }
        }

        throw Refused($"{Describe(pin.Address)} redirects without end", "Check the address");
    }

    private HttpRequestMessage CreateRequest(Uri address, long from, string? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "MedBench.Sdk");
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
            request.Headers.IfRange = version is null ? null : new RangeConditionHeaderValue(new EntityTagHeaderValue(version));
        }

        if (pin.Token is { } token && IsOwn(address))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        }

        return request;
    }

    private void Check(Uri address)
    {
        // An address on this machine may stay there; one beyond it may not lead here, where other services listen.
        var staysHere = address is { Scheme: "http", IsLoopback: true } && pin.Address is { Scheme: "http", IsLoopback: true };
        if (address.Scheme != Uri.UriSchemeHttps && !staysHere)
        {
            throw Refused($"{Describe(address)} is not encrypted", "Use an https address");
        }

        if (!staysHere && !IsOwn(address) && !pin.RedirectHosts.Any(host => Allows(host, address.Host)))
        {
            throw Refused($"{Describe(pin.Address)} redirects to {address.Host}, which is not among the hosts allowed for it", "Do not use the address unless you know why");
        }
    }

    /// <summary>Returns whether an address is of the same scheme, host and port as the first one.</summary>
    private bool IsOwn(Uri address) => Uri.Compare(address, pin.Address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool Allows(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    private static string Describe(Uri address) => $"{address.Scheme}://{address.Authority}{address.AbsolutePath}"; // Without user and query, which may hold tokens.

    private DatasetException Refused(string problem, string remedy) => new(problem, remedy, file: name);
}
