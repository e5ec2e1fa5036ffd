namespace MedBench.Running;

/// <summary>One benchmark's part of the run's bank: the seeds of what is written follow from the benchmark, so that another one that came first must not have written it.</summary>
internal sealed class BenchmarkBank(IExemplarBank bank, string benchmark) : IExemplarBank
{
    public Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default)
        => bank.GetOrCreateAsync($"{benchmark}/{key}", create, cancellationToken);
}
