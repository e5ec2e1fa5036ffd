namespace MedBench.Cli;

/// <summary>The data of a subset: the whole benchmark's, once it has proved to be what the questions were chosen from.</summary>
/// <param name="whole">The whole benchmark, under whose name fetched data is kept.</param>
/// <param name="source">Where its files are.</param>
/// <param name="subset">The chosen questions.</param>
internal sealed class SubsetSource(IBenchmark whole, IDatasetSource source, Subset subset) : IPreparableDatasetSource
{
    public string Location => source.Location;

    /// <exception cref="DatasetException">A file is not one of those that the choosing runs read: the same id may name another question there.</exception>
    public async Task<IDatasetSource> PrepareAsync(BenchmarkCard card, IReadOnlyList<string> splits, CancellationToken cancellationToken = default)
    {
        var data = source is IPreparableDatasetSource fetched ? await fetched.PrepareAsync(whole.Card, splits, cancellationToken) : source;
        var read = new HashingDatasetSource(data);
        await foreach (var _ in whole.LoadAsync(subset.Split, read, cancellationToken))
        {
        }

        return read.Files.FirstOrDefault(file => !subset.Files.Contains(file.Sha256)) is { } other
            ? throw new DatasetException($"the questions of '{subset.Id}' were not chosen from this file (SHA-256 {other.Sha256})", "Name the data of the runs that chose them, or choose anew with 'medbench subset'", whole.Card.Id, other.Name)
            : data;
    }

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns) => source.Find(split, patterns);
}
