using MedBench.Metrics;

namespace MedBench;

/// <summary>How <see cref="RankingScorer"/> measures.</summary>
public sealed record RankingOptions
{
    /// <summary>Gets how many ranks count for nDCG, recall and precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cutoff is less than 1.</exception>
    public int Cutoff
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A cutoff is at least 1.");
    } = 10;

    /// <summary>Gets further numbers of ranks at which nDCG, recall, precision and average precision stand beside the headline, as parts <c>ndcg@25</c>, <c>recall@25</c>, <c>precision@25</c> and <c>map@25</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A cutoff is less than 1.</exception>
    public IReadOnlyList<int> FurtherCutoffs
    {
        get;
        init => field = value.All(cutoff => cutoff >= 1) ? value : throw new ArgumentOutOfRangeException(nameof(value), "A cutoff is at least 1.");
    } = [];

    /// <summary>Gets what a grade gains.</summary>
    public GainRule Gain { get; init; }
}
