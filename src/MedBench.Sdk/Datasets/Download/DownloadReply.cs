namespace MedBench;

/// <summary>The reply that carries a file, with what the servers on the way said about it.</summary>
internal sealed record DownloadReply : IDisposable
{
    /// <summary>The reply itself; null until it came.</summary>
    public HttpResponseMessage? Response { get; init; }

    /// <summary>The commit of the file, as the hub names it.</summary>
    public string? Commit { get; private init; }

    /// <summary>The SHA-256 of a large file, as the hub declares it; others have a git hash here, which says nothing.</summary>
    public string? DeclaredSha256 { get; private init; }

    /// <summary>Adds what a server on the way says.</summary>
    public DownloadReply With(HttpResponseMessage response) => this with
    {
        Commit = Commit ?? Find(response, "X-Repo-Commit"),
        DeclaredSha256 = DeclaredSha256 ?? (Find(response, "X-Linked-Etag")?.Trim('"') is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit) ? hash.ToLowerInvariant() : null),
    };

    public void Dispose() => Response?.Dispose();

    private static string? Find(HttpResponseMessage response, string header) => response.Headers.TryGetValues(header, out var values) ? values.First() : null;
}
