namespace MedBench.Benchmarks;

/// <summary>R2MED's MedQA-Diag (Li et al. 2025): 118 vignettes of diagnosis, to passages that give the evidence for their answers.</summary>
public sealed class R2MedMedQaDiag() : R2MedSet("MedQA-Diag", queries: 118, documents: 56_250, revision: "78b585990279cc01a493f876c1b0cf09557fba57");
