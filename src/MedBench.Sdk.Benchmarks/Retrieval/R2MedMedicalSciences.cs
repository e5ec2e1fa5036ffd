namespace MedBench.Benchmarks;

/// <summary>R2MED's Medical Sciences (Li et al. 2025): 88 questions of a forum of the medical sciences, to passages of the pages that their answers cite.</summary>
public sealed class R2MedMedicalSciences() : R2MedSet("Medical-Sciences", queries: 88, documents: 34_810, revision: "7f11654e9aed0c6fa99784641c8880f87ad62930");
