namespace MedBench.Benchmarks;

/// <summary>MMLU's college biology (Hendrycks et al. 2021): 144 questions.</summary>
public sealed class MmluCollegeBiology() : MmluSubject("college_biology", count: 144, mostFrequent: 38);
