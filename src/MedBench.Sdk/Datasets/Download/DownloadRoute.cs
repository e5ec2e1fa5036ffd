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
    /// <exception cref="DatasetException">The address or a redirect is not allowed, or the server refuses.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http, long from, CancellationToken cancellationToken)
    {
        var address = pin.Address;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            Check(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Range = from > 0 ? new RangeHeaderValue(from, null) : null;
            request.Headers.TryAddWithoutValidation("User-Agent", "MedBench.Sdk");
            var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode || (from > 0 && response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable))
            {
                return response;
            }

            using (response)
            {
                address = (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next
                    ? new Uri(address, next)
                    : throw Refused(FormattableString.Invariant($"{Describe(address)} replied {(int)response.StatusCode}"), "Check the address, and whether the data asks for an account");
            }
        }

        throw Refused($"{Describe(pin.Address)} redirects without end", "Check the address");
    }

    private void Check(Uri address)
    {
        // An address on this machine may stay there; one beyond it may not lead here, where other services listen.
        var isPlainLoopback = address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && pin.Address is { IsLoopback: true } origin && origin.Scheme == Uri.UriSchemeHttp;
        if (address.Scheme != Uri.UriSchemeHttps && !isPlainLoopback)
        {
            throw Refused($"{Describe(address)} is not encrypted", "Use an https address");
        }

        if (!pin.RedirectHosts.Append(pin.Address.Host).Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused($"{Describe(pin.Address)} redirects to {address.Host}, which is not among the hosts allowed for it", "Do not use the address unless you know why");
        }
    }

    private static string Describe(Uri address) => $"{address.Scheme}://{address.Authority}{address.AbsolutePath}"; // Without user and query, which may hold tokens.

    private DatasetException Refused(string problem, string remedy) => new(problem, remedy, file: name);
}
