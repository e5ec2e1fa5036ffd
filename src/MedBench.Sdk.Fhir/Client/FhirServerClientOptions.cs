namespace MedBench.Fhir;

/// <summary>How a FHIR server is reached.</summary>
public sealed record FhirServerClientOptions
{
    /// <summary>Gets the id under which journals and fingerprints name the server; it says which records are behind the address.</summary>
    public string Id { get; init; } = "fhir-server";

    /// <summary>Gets the version of the records where it is known, for instance the digest of a container image: part of the fingerprint.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the address that replies show in place of the server's own, so that links, and with them prompts, are the same wherever the server runs; null leaves replies as they are.</summary>
    public Uri? PresentedAddress { get; init; }

    /// <summary>Gets the longest wait for one attempt; 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets the largest reply that is read, in bytes; 64 MiB.</summary>
    public int MaxReplyBytes { get; init; } = 64 << 20;
}
