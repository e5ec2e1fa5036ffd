namespace MedBench.Running;

/// <summary>What an aggregation reads of one sample's verdict.</summary>
/// <param name="Gold">The gold label; null where the scorer gives none.</param>
/// <param name="Predicted">The predicted label; null where there is no answer.</param>
/// <param name="Value">The value; null where there is no answer.</param>
/// <param name="Parts">The named numbers.</param>
internal readonly record struct AggregateRow(string? Gold, string? Predicted, double? Value, IReadOnlyDictionary<string, double> Parts)
{
    /// <summary>Gets the cluster, or the sample itself where it stands alone, in one epoch.</summary>
    public ulong Cluster { get; init; }

    /// <summary>Gets whether the sample failed or was unsupported, so that nothing is known of it.</summary>
    public bool IsUndecided { get; init; }

    public static AggregateRow Of(Score score) => new(score.Gold, score.Predicted, score.Value, score.Parts);

    public static AggregateRow Of(SampleResult result, Score score) => Of(score) with
    {
        Cluster = StableKey.Of(result.ClusterId ?? result.Id, result.Epoch),
        IsUndecided = score.Outcome is Outcome.Failed or Outcome.Unsupported,
    };

    public static AggregateRow Of(RecordedScore score) => new(score.Gold, score.Predicted, score.Value, score.Parts)
    {
        Cluster = StableKey.Of(score.Cluster ?? score.Id, score.Epoch),
        IsUndecided = score.IsUndecided,
    };

    /// <summary>Returns whether another verdict has the same labels and numbers.</summary>
    public bool IsLike(AggregateRow other)
        => (Gold, Predicted, Value) == (other.Gold, other.Predicted, other.Value) && Parts.Count == other.Parts.Count && Parts.All(part => other.Parts.TryGetValue(part.Key, out var value) && value.Equals(part.Value));

    /// <summary>Reads a part that counts something: what is absent is nothing.</summary>
    public double Count(string part) => Parts.GetValueOrDefault(part);

    /// <summary>Reads two parts that only mean something together.</summary>
    public bool TryPair(string first, string second, out double one, out double other)
        => Parts.TryGetValue(first, out one) & Parts.TryGetValue(second, out other) && !double.IsNaN(one) && !double.IsNaN(other);
}
