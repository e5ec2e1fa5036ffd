namespace MedBench;

/// <summary>Files of the cache whose content was verified.</summary>
internal sealed class CachedDatasetSource(string folder, IReadOnlyList<string> names) : IDatasetSource
{
    public string Location => $"the data fetched to {folder}";

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
        => PatternMatch.Best(names, patterns) is { } name ? FolderDatasetSource.CreateFile(Path.Combine(folder, name), name, isExplicit: false) : null;
}
