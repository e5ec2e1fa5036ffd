namespace MedBench.Running;

/// <summary>The exemplar bank as one sample uses it: what the sample no longer gets an answer for, nobody else waits for.</summary>
/// <param name="bank">The bank that all samples share.</param>
/// <param name="trail">The sample's calls.</param>
internal sealed class ScopedBank(IExemplarBank bank, CallTrail trail) : IExemplarBank
{
    public Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default)
        => bank.GetOrCreateAsync(key, token => trail.WaitAsync(create(token)), cancellationToken);
}
