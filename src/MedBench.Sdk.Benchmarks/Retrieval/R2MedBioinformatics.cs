namespace MedBench.Benchmarks;

/// <summary>R2MED's Bioinformatics (Li et al. 2025): 77 questions of a bioinformatics forum, to passages of the pages that their answers cite.</summary>
public sealed class R2MedBioinformatics() : R2MedSet("Bioinformatics", queries: 77, documents: 47_473, revision: "6021fce366892cbfd7837fa85a4128ea93315e18");
