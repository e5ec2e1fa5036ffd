namespace MedBench;

/// <summary>Bounds what an archive may unfold to.</summary>
internal sealed record ArchiveLimits
{
    /// <summary>The most entries, folders included.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>The most bytes of one file.</summary>
    public long MaxEntryBytes { get; init; } = 8L << 30;

    /// <summary>The most bytes of all files together.</summary>
    public long MaxTotalBytes { get; init; } = 32L << 30;

    /// <summary>How many times larger than the archive its files may be; counted from the first mebibyte on.</summary>
    public int MaxRatio { get; init; } = 200;
}
