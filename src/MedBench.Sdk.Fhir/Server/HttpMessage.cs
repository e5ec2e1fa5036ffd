using System.Globalization;
using System.Text;

namespace MedBench.Fhir;

/// <summary>The head of an HTTP/1.1 request.</summary>
/// <param name="Method">The method, for instance <c>GET</c>.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The header fields; of two of one name the last.</param>
internal sealed record HttpMessage(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The most bytes of a request line and its header fields.</summary>
    public const int MaxHeadBytes = 32 * 1024;

    /// <summary>Gets the length of the body; 0 where the request has none, null where it cannot be told.</summary>
    public int? ContentLength => Headers.ContainsKey("Transfer-Encoding") ? null
        : !Headers.TryGetValue("Content-Length", out var text) ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>Gets whether the client named this machine: another name in the field Host comes from a browser that was led here.</summary>
    public bool IsForThisMachine => Headers.TryGetValue("Host", out var host) && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var named) && named.IsLoopback;

    public bool WantsClose => Headers.TryGetValue("Connection", out var connection) && connection.Equals("close", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a head without its closing empty line; null where it is not HTTP/1.1.</summary>
    public static HttpMessage? Parse(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        var start = lines[0].Split(' ');
        if (start.Length != 3 || !start[2].StartsWith("HTTP/1.", StringComparison.Ordinal) || !start[1].StartsWith('/'))
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return null;
            }

            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return new HttpMessage(start[0], start[1], headers);
    }

    /// <summary>Writes a reply.</summary>
    public static byte[] Write(FhirReply reply, bool closes)
    {
        var body = Encoding.UTF8.GetBytes(reply.Body);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} {reply.Reason}\r\nContent-Type: application/fhir+json;charset=UTF-8\r\nContent-Length: {body.Length}\r\nConnection: {(closes ? "close" : "keep-alive")}\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head), .. body];
    }
}
