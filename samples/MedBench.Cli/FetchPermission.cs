namespace MedBench.Cli;

/// <summary>What the user allows when data is fetched.</summary>
/// <param name="AcceptsTerms">Whether the terms of the data are accepted.</param>
/// <param name="AllowsUnpinned">Whether files may be fetched whose revision or SHA-256 is not known.</param>
/// <param name="IsOffline">Whether nothing is fetched.</param>
internal sealed record FetchPermission(bool AcceptsTerms = false, bool AllowsUnpinned = false, bool IsOffline = false)
{
    public DatasetDownloadOptions Apply(DatasetDownloadOptions options) => options with
    {
        AcceptTerms = AcceptsTerms,
        AllowUnpinned = AllowsUnpinned,
        Offline = IsOffline || options.Offline,
        Progress = new DownloadDisplay(),
    };
}
