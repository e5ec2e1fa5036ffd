namespace MedBench.Benchmarks;

/// <summary>MMLU's anatomy (Hendrycks et al. 2021): 135 questions.</summary>
public sealed class MmluAnatomy() : MmluSubject("anatomy", count: 135, mostFrequent: 45);
