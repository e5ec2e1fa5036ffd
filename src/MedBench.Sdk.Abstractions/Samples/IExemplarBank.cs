namespace MedBench;

/// <summary>Keeps what a model wrote once for many to use, on disk, so that each is paid for once: the rationales of exemplars, the facts of a case.</summary>
public interface IExemplarBank
{
    /// <summary>Returns the rationale kept under a key, or has it written and keeps it.</summary>
    /// <param name="key">Everything that the rationale depends on within the benchmark: exemplar, teacher, prompt. Benchmarks share none, since the seed follows from the benchmark too.</param>
    /// <param name="create">Writes the rationale; null means that none was acceptable, which is kept too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <remarks>Concurrent calls with one key share one creation.</remarks>
    Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default);
}
