namespace MedBench;

/// <summary>Keeps the rationales that a teacher model wrote for exemplars, on disk, so that each is paid for once.</summary>
public interface IExemplarBank
{
    /// <summary>Returns the rationale kept under a key, or has it written and keeps it.</summary>
    /// <param name="key">Everything that the rationale depends on: benchmark, exemplar, teacher, prompt.</param>
    /// <param name="create">Writes the rationale; null means that none was acceptable, which is kept too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <remarks>Concurrent calls with one key share one creation.</remarks>
    Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default);
}
