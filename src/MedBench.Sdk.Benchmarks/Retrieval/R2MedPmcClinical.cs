namespace MedBench.Benchmarks;

/// <summary>R2MED's PMC-Clinical (Li et al. 2025): 114 cases, to similar cases of one diagnosis.</summary>
public sealed class R2MedPmcClinical() : R2MedSet("PMC-Clinical", queries: 114, documents: 60_406, revision: "812829522f7eaa407ef82b96717be85788a50f7e");
