namespace MedBench.Benchmarks;

/// <summary>R2MED's IIYi-Clinical (Li et al. 2025): 129 cases of a Chinese forum of physicians in English, to similar cases of one diagnosis.</summary>
public sealed class R2MedIiyiClinical() : R2MedSet("IIYi-Clinical", queries: 129, documents: 10_449, revision: "974abbc9bc281c3169180a6aa5d7586cfd2f5877");
