namespace MedBench.Benchmarks;

/// <summary>R2MED's MedXpertQA-Exam (Li et al. 2025): 97 vignettes of examinations, to passages that give the evidence for their answers.</summary>
public sealed class R2MedMedXpertQaExam() : R2MedSet("MedXpertQA-Exam", queries: 97, documents: 61_379, revision: "b457ea43db9ae5db74c3a3e5be0a213d0f85ac3a");
