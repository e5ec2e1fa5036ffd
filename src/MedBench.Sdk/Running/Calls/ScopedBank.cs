namespace MedBench.Running;

/// <summary>The exemplar bank as one sample of one benchmark uses it.</summary>
/// <remarks>
/// The seeds of what is written follow from the benchmark, so that another one that came first must not have written it. What the
/// sample no longer gets an answer for, nobody else waits for.
/// </remarks>
/// <param name="bank">The bank of the run.</param>
/// <param name="benchmark">The benchmark's id.</param>
/// <param name="trail">The sample's calls.</param>
internal sealed class ScopedBank(IExemplarBank bank, string benchmark, CallTrail trail) : IExemplarBank
{
    public Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default)
        => bank.GetOrCreateAsync($"{benchmark}/{key}", token => trail.WaitAsync(create(token)), cancellationToken);
}
