namespace MedBench.Benchmarks;

/// <summary>MMLU's college medicine (Hendrycks et al. 2021): 173 questions.</summary>
public sealed class MmluCollegeMedicine() : MmluSubject("college_medicine", count: 173, mostFrequent: 58);
