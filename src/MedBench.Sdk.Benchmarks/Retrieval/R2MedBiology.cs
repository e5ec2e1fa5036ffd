namespace MedBench.Benchmarks;

/// <summary>R2MED's Biology (Li et al. 2025): 103 questions of a biology forum, to passages of the pages that their answers cite.</summary>
public sealed class R2MedBiology() : R2MedSet("Biology", queries: 103, documents: 57_359, revision: "8b9fec2db9eda4b5742d03732213fbaee8169556");
