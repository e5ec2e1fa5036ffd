namespace MedBench.Benchmarks;

/// <summary>MMLU's professional medicine (Hendrycks et al. 2021): 272 questions.</summary>
public sealed class MmluProfessionalMedicine() : MmluSubject("professional_medicine", count: 272, mostFrequent: 122);
