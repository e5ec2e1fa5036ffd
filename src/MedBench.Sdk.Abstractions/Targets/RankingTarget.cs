namespace MedBench;

/// <summary>How relevant each identifier is.</summary>
/// <param name="Relevance">Grade by identifier; what is not listed has grade 0.</param>
public sealed record RankingTarget(IReadOnlyDictionary<string, int> Relevance) : Target;
