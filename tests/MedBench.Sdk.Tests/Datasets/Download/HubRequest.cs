using System.Globalization;
using System.Text;

namespace MedBench.Tests.Datasets.Download;

/// <summary>A request as the hub or its content network received it.</summary>
internal sealed record HubRequest(bool IsContent, string Path, IReadOnlyDictionary<string, string> Headers)
{
    public int? From => Headers.TryGetValue("range", out var range) ? int.Parse(range.Replace("bytes=", "", StringComparison.Ordinal).TrimEnd('-'), CultureInfo.InvariantCulture) : null;

    public static async Task<HubRequest?> ReadAsync(Stream stream, bool isContent, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                return null;
            }

            text.Append((char)one[0]);
        }

        var lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var target = lines[0].Split(' ')[1];
        return new HubRequest(
            isContent,
            Uri.TryCreate(target, UriKind.Absolute, out var whole) && whole.Scheme == "http" ? whole.PathAndQuery : target,
            lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1], StringComparer.Ordinal));
    }
}
