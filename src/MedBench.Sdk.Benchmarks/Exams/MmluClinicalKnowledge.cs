namespace MedBench.Benchmarks;

/// <summary>MMLU's clinical knowledge (Hendrycks et al. 2021): 265 questions.</summary>
public sealed class MmluClinicalKnowledge() : MmluSubject("clinical_knowledge", count: 265, mostFrequent: 79);
