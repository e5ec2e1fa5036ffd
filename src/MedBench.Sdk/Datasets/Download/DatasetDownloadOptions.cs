namespace MedBench;

/// <summary>Says where datasets are fetched from, where they are kept, and what the user has agreed to.</summary>
public sealed record DatasetDownloadOptions
{
    /// <summary>Gets the folder in which fetched files are kept; <c>MEDBENCH_CACHE</c> by default, else <c>medbench</c> in <c>XDG_CACHE_HOME</c> or in the platform's folder for caches.</summary>
    /// <exception cref="InvalidOperationException">There is no such folder on this machine.</exception>
    public string CacheFolder { get => field.Length > 0 ? field : DownloadEnvironment.Current.CacheFolder; init; } = "";

    /// <summary>Gets whether nothing is sent, so that only what was fetched before is found; by default where <c>HF_HUB_OFFLINE</c> says so.</summary>
    public bool Offline { get; init; } = DownloadEnvironment.Current.IsOffline;

    /// <summary>Gets whether a file may be fetched whose revision or SHA-256 the card does not know. Its hash is then recorded and checked from that fetch on.</summary>
    public bool AllowUnpinned { get; init; }

    /// <summary>Gets whether the user accepts the terms of the benchmarks that are fetched; recorded in the cache, once for each benchmark and its terms.</summary>
    public bool AcceptTerms { get; init; }

    /// <summary>Gets the base address of the Hugging Face Hub; <c>HF_ENDPOINT</c> by default, else the hub's own.</summary>
    /// <exception cref="InvalidOperationException"><c>HF_ENDPOINT</c> is no https address.</exception>
    public Uri HubEndpoint { get => field ?? DownloadEnvironment.Current.HubEndpoint; init; }

    /// <summary>Gets the token for gated datasets of the hub, sent to <see cref="HubEndpoint"/> alone; by default <c>HF_TOKEN</c>, else the file that the hub's own client keeps; null sends none.</summary>
    public ApiKey? HubToken { get; init; } = DownloadEnvironment.Current.HubToken;

    /// <summary>Gets hosts beside the usual ones to which an address may redirect, for instance a mirror's; <c>*.example.org</c> stands for all beneath it.</summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = [];

    /// <summary>Gets the most bytes of one file; 16 GiB by default.</summary>
    public long MaxFileBytes { get; init; } = 16L << 30;

    /// <summary>Gets how often a file is asked for where the connection breaks or the server is busy; 5 by default.</summary>
    public int MaxAttempts { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one attempt is made."); } = 5;

    /// <summary>Gets who is told what is being done; called from any thread.</summary>
    public IProgress<DownloadProgress>? Progress { get; init; }

    /// <summary>Gets what sends the requests; it must follow no redirect and unpack nothing by itself. Null means the platform's, which minds <c>HTTPS_PROXY</c>, <c>HTTP_PROXY</c> and <c>NO_PROXY</c>.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
