namespace MedBench;

/// <summary>A moment of a download.</summary>
public sealed record DownloadProgress
{
    /// <summary>Gets the benchmark's id.</summary>
    public required string Benchmark { get; init; }

    /// <summary>Gets the file's name in the benchmark's folder.</summary>
    public required string File { get; init; }

    /// <summary>Gets what is being done.</summary>
    public required DownloadStage Stage { get; init; }

    /// <summary>Gets how many bytes are there.</summary>
    public long Bytes { get; init; }

    /// <summary>Gets how many bytes it will be; null where the server does not say.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>Gets what else is to be said, for instance why it is tried again, or that nothing pins the content; null where nothing is.</summary>
    public string? Note { get; init; }
}
