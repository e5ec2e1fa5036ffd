namespace MedBench;

/// <summary>Decorates a source and records which files were read, with the hash of each, for the run's manifest.</summary>
/// <remarks>A file is hashed whole when it is first opened, so that a run of ten samples records the same hash as a full one. Safe for concurrent use.</remarks>
/// <param name="inner">The source that finds the files.</param>
public sealed class HashingDatasetSource(IDatasetSource inner) : IDatasetSource
{
    private List<DatasetFileHash> opened = [];

    /// <inheritdoc />
    public string Location => inner.Location;

    /// <summary>Gets the files that were opened so far, by split and name.</summary>
    public IReadOnlyList<DatasetFileHash> Files
    {
        get
        {
            lock (opened)
            {
                return [.. opened.OrderBy(file => file.Split, StringComparer.Ordinal).ThenBy(file => file.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Returns a source over other files that records them in this one's list, for benchmarks that bring their own data.</summary>
    /// <param name="other">The source that finds the other files.</param>
    public HashingDatasetSource Over(IDatasetSource other) => new(other) { opened = opened };

    /// <inheritdoc />
    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
        => inner.Find(split, patterns) is { } file ? new DatasetFile(file.Name, () => Open(split, file)) { IsExplicit = file.IsExplicit, Path = file.Path } : null;

    private Stream Open(string split, DatasetFile file)
    {
        lock (opened)
        {
            if (!opened.Exists(known => known.Split == split && known.Name == file.Name))
            {
                opened.Add(DatasetFileHash.Compute(split, file));
            }
        }

        return file.OpenRead();
    }
}
