namespace MedBench;

/// <summary>Says which bytes a download must bring, and from where they may come.</summary>
internal sealed record DownloadPin
{
    /// <summary>The address; https, save on this machine.</summary>
    public required Uri Address { get; init; }

    /// <summary>The SHA-256 of the whole file, 64 lower-case hexadecimal digits; null where nobody knows it yet.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Whether the hash is that of an earlier fetch rather than the card's.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>The most bytes that are taken.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Hosts beside the address's own to which it may redirect; <c>*.example.org</c> stands for all beneath it.</summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = [];

    /// <summary>The token that the address's own host is shown, and no other.</summary>
    public ApiKey? Token { get; init; }

    /// <summary>The page on which a person reads about the data and its terms.</summary>
    public Uri? Page { get; init; }
}
