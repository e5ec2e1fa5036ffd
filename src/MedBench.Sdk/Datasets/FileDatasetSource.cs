namespace MedBench;

/// <summary>The files that a user named for splits.</summary>
internal sealed class FileDatasetSource(IReadOnlyDictionary<string, string> files) : IDatasetSource
{
    public IEnumerable<string> Paths => files.Values;

    public string Location => string.Join(", ", files.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
        => !files.TryGetValue(split, out var path) ? null
            : File.Exists(path) ? FolderDatasetSource.CreateFile(path, Path.GetFileName(path), isExplicit: true)
            : throw new DatasetException($"the file named for '{split}' does not exist", $"Check the path in {split}={path}", file: path);
}
