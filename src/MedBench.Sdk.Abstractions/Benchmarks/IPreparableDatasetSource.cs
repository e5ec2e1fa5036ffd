namespace MedBench;

/// <summary>A source that has to bring a benchmark's files before they can be found, for instance by fetching them.</summary>
/// <remarks>A run prepares its sources before it reads the first sample; whoever reads samples without a run calls <see cref="PrepareAsync"/> first.</remarks>
public interface IPreparableDatasetSource : IDatasetSource
{
    /// <summary>Brings what is missing.</summary>
    /// <param name="card">The benchmark's card.</param>
    /// <param name="splits">What is going to be read: names of splits, and <c>pool</c> for worked examples; empty means everything.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A source in which the files are found.</returns>
    /// <exception cref="DatasetException">A file cannot be brought; says what to do.</exception>
    Task<IDatasetSource> PrepareAsync(BenchmarkCard card, IReadOnlyList<string> splits, CancellationToken cancellationToken = default);
}
