namespace MedBench.Benchmarks;

/// <summary>R2MED's PMC-Treatment (Li et al. 2025): 150 summaries of cases, to passages that give the evidence for their treatment.</summary>
public sealed class R2MedPmcTreatment() : R2MedSet("PMC-Treatment", queries: 150, documents: 28_954, revision: "53c489a44a3664ba352c07550b72b4525a5968d5");
