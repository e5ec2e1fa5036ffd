using System.Collections.Concurrent;

namespace MedBench.Testing;

/// <summary>A bank that forgets everything with the process.</summary>
internal sealed class InMemoryExemplarBank : IExemplarBank
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> rationales = new(StringComparer.Ordinal);

    public async Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default)
    {
        var rationale = rationales.GetOrAdd(key, _ => new Lazy<Task<string?>>(() => create(cancellationToken)));
        try
        {
            return await rationale.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            rationales.TryRemove(KeyValuePair.Create(key, rationale));
            throw;
        }
    }
}
