namespace MedBench.Benchmarks;

/// <summary>MMLU's medical genetics (Hendrycks et al. 2021): 100 questions.</summary>
public sealed class MmluMedicalGenetics() : MmluSubject("medical_genetics", count: 100, mostFrequent: 30);
