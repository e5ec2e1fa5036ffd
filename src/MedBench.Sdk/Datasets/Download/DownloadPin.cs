namespace MedBench;

/// <summary>Says which bytes a download must bring, and from where they may come.</summary>
internal sealed record DownloadPin
{
    /// <summary>The address, of a fixed revision; https, save on this machine.</summary>
    public required Uri Address { get; init; }

    /// <summary>The SHA-256 of the whole file, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The most bytes that are taken.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Hosts beside the address's own to which it may redirect.</summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = [];
}
