using System.Buffers;

namespace MedBench;

/// <summary>Makes addresses of what a card says.</summary>
internal static class DownloadAddress
{
    /// <summary>The hosts from which the hub serves large files, as its documentation on firewalls names them.</summary>
    private static readonly string[] HubHosts = ["huggingface.co", "*.huggingface.co", "hf.co", "*.hf.co"];

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <summary>Names the place in words.</summary>
    public static string Describe(DataDownload download) => download.Host switch
    {
        DataHost.HuggingFace => $"huggingface.co/datasets/{download.Repository}/{download.Path}",
        DataHost.GitHubArchive => $"github.com/{download.Repository} (archive)",
        DataHost.GitHub => $"github.com/{download.Repository}/{download.Path}",
        _ => Web(download).GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), // Without user and query, which may hold tokens.
    };

    /// <summary>Returns the ending that tells an archive; null for a file that is kept as it is.</summary>
    public static string? ArchiveEnding(DataDownload download) => download.Host switch
    {
        DataHost.GitHubArchive => ".tar.gz",
        DataHost.Web => DatasetArchive.EndingOf(Web(download).AbsolutePath),
        _ => DatasetArchive.EndingOf(download.Path),
    };

    /// <summary>Says what to fetch.</summary>
    /// <param name="download">What the card says.</param>
    /// <param name="recordedSha256">The hash of an earlier fetch, for a card that knows none.</param>
    /// <param name="options">Endpoint, token and limits.</param>
    /// <exception cref="DatasetException">The card's words make no address.</exception>
    public static DownloadPin PinOf(DataDownload download, string? recordedSha256, DatasetDownloadOptions options)
    {
        var isHub = download.Host == DataHost.HuggingFace;
        return new DownloadPin
        {
            Address = AddressOf(download, options),
            Sha256 = download.Sha256 ?? recordedSha256,
            IsRecorded = download.Sha256 is null,
            MaxBytes = options.MaxFileBytes,
            RedirectHosts = [.. isHub ? HubHosts : [], .. isHub ? [$"*.{options.HubEndpoint.Host}"] : Array.Empty<string>(), .. options.RedirectHosts],
            Token = isHub ? options.HubToken : null,
            Page = PageOf(download, options),
        };
    }

    /// <summary>Returns the page on which a person reads about the data; null for a bare address.</summary>
    public static Uri? PageOf(DataDownload download, DatasetDownloadOptions options) => download.Host switch
    {
        DataHost.HuggingFace => Under(options.HubEndpoint, $"datasets/{Name(download)}"),
        DataHost.Web => null,
        _ => new Uri($"https://github.com/{Name(download)}"),
    };

    private static Uri AddressOf(DataDownload download, DatasetDownloadOptions options) => download.Host switch
    {
        DataHost.HuggingFace => Under(options.HubEndpoint, $"datasets/{Name(download)}/resolve/{Revision(download, "main")}/{PathIn(download)}"),
        DataHost.GitHub => new Uri($"https://raw.githubusercontent.com/{Name(download)}/{Revision(download, "HEAD")}/{PathIn(download)}"),
        DataHost.GitHubArchive => new Uri($"https://codeload.github.com/{Name(download)}/tar.gz/{Revision(download, "HEAD")}"),
        _ => Web(download),
    };

    private static Uri Under(Uri endpoint, string path) => new(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + path);

    private static string Name(DataDownload download) => !download.Repository.AsSpan().ContainsAnyExcept(NameCharacters) && IsPlain(download.Repository)
        ? download.Repository
        : throw Wrong(download, $"'{download.Repository}' is no repository");

    private static string Revision(DataDownload download, string latest) => Uri.EscapeDataString(download.Revision ?? latest);

    private static string PathIn(DataDownload download) => IsPlain(download.Path)
        ? string.Join('/', download.Path.Split('/').Select(Uri.EscapeDataString))
        : throw Wrong(download, $"'{download.Path}' is no path in a repository");

    private static Uri Web(DataDownload download) => Uri.TryCreate(download.Repository, UriKind.Absolute, out var address) ? address : throw Wrong(download, $"'{download.Repository}' is no address");

    private static bool IsPlain(string path) => path.Split('/').All(part => part is not ("" or "." or ".."));

    private static DatasetException Wrong(DataDownload download, string problem) => new($"the card's download is wrong: {problem}", "Correct the card", file: download.FileName);
}
