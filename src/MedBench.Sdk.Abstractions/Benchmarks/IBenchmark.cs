namespace MedBench;

/// <summary>A named, versioned, citable set of samples and how they are scored.</summary>
/// <remarks>
/// A benchmark yields structure (stem, options, context) and never a prompt: strategies render. Implementations are
/// stateless and safe for concurrent use; a public sealed class with a parameterless constructor is discovered at build.
/// </remarks>
public interface IBenchmark
{
    /// <summary>Gets what the benchmark is: id, version, citation, licence, splits, and the fields that may reach a prompt.</summary>
    BenchmarkCard Card { get; }

    /// <summary>Gets the strategy that the benchmark's own paper uses, or the plainest one where it is silent.</summary>
    IPromptStrategy DefaultStrategy { get; }

    /// <summary>Gets the scorers that apply to every prediction; the first one gives the headline metric.</summary>
    IReadOnlyList<IScorer> Scorers { get; }

    /// <summary>Streams the samples of a split in file order.</summary>
    /// <param name="split">Name of a split of the card.</param>
    /// <param name="source">Where the user's files are.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="DatasetException">A file is missing or a record is damaged; names file, line and field.</exception>
    IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default);

    /// <summary>Streams the worked examples that strategies may show, from the training material and never from an evaluated split.</summary>
    /// <param name="source">Where the user's files are.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>No example where the benchmark has no pool, which is the default.</returns>
    /// <exception cref="DatasetException">A file is missing or a record is damaged; names file, line and field.</exception>
    IAsyncEnumerable<Exemplar> LoadExemplarsAsync(IDatasetSource source, CancellationToken cancellationToken = default)
        => AsyncEnumerable.Empty<Exemplar>();

    /// <summary>Streams the documents that strategies may search, one collection for all samples.</summary>
    /// <param name="source">Where the user's files are.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>No document where the benchmark has no collection, which is the default.</returns>
    /// <exception cref="DatasetException">A file is missing or a record is damaged; names file, line and field.</exception>
    IAsyncEnumerable<Document> LoadDocumentsAsync(IDatasetSource source, CancellationToken cancellationToken = default)
        => AsyncEnumerable.Empty<Document>();

    /// <summary>Creates those who play the card's <see cref="BenchmarkCard.SuppliedRoles"/> in a run whose plan names nobody for one of them: a record server, a calculator, a tool.</summary>
    /// <remarks>Called once for every selection of a run, before the first call, so that damaged records stop the run before it costs anything. What costs more than reading, such as a server, starts with the first call to it.</remarks>
    /// <param name="split">Name of the evaluated split.</param>
    /// <param name="source">Where the user's files are; those opened here are part of the run's fingerprint.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A client for every supplied role, the caller's to dispose where it is <see cref="IAsyncDisposable"/> or <see cref="IDisposable"/>; none by default.</returns>
    /// <exception cref="DatasetException">Records are missing or damaged; names file, line and field.</exception>
    ValueTask<IReadOnlyDictionary<string, IModelClient>> CreateRolesAsync(string split, IDatasetSource source, CancellationToken cancellationToken = default)
        => ValueTask.FromResult<IReadOnlyDictionary<string, IModelClient>>(new Dictionary<string, IModelClient>());
}
