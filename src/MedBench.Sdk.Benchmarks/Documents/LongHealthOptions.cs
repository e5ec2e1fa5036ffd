namespace MedBench.Benchmarks;

/// <summary>Options of <see cref="LongHealth"/>.</summary>
public sealed record LongHealthOptions
{
    /// <summary>Gets the most tokens of a prompt, system message included; 16,000 in the paper, which also goes from 4,000 up.</summary>
    public int TokenBudget { get; init; } = 16_000;

    /// <summary>Gets how often each question is asked, the documents drawn and put in another order each time; 5 in the paper.</summary>
    public int Orders { get; init; } = 5;

    /// <summary>Gets the seed of orders and draws. The published code draws without one.</summary>
    public long Seed { get; init; }
}
