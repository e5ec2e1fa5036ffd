namespace MedBench;

/// <summary>Says how far a benchmark's adapter has been proven against what its authors published.</summary>
public enum BenchmarkStatus
{
    /// <summary>Written from the published schema and tested with files of its own; no published file was at hand.</summary>
    Schema,

    /// <summary>Published files, or an extract of them, were read and counted.</summary>
    Loaded,

    /// <summary>Published outputs were scored again and gave the published numbers.</summary>
    Reproduced,
}
