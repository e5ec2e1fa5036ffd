namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>Files in memory by split; everything else is not found.</summary>
internal sealed class MemorySource(params (string Split, DatasetFile File)[] files) : IDatasetSource
{
    public string Location => "memory";

    /// <summary>Whether the files count as named by the user.</summary>
    public bool IsExplicit { get; init; } = true;

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
        => files.Where(entry => entry.Split == split && (IsExplicit || patterns.Count > 0)).Select(entry => new DatasetFile(entry.File.Name, entry.File.OpenRead) { IsExplicit = IsExplicit }).FirstOrDefault();
}
