namespace MedBench.Benchmarks;

/// <summary>How the strategies of <see cref="R2MedStrategies"/> are run.</summary>
public sealed record R2MedOptions
{
    /// <summary>The id of the defect by which a query is weighed as a document is: see <see cref="Bm25Options.WeighsQuery"/>.</summary>
    public const string WeighedQuery = "bm25-query-as-document";

    /// <summary>The id of the defect by which thinking that never ends is searched for too.</summary>
    public const string KeptThinking = "unended-thinking-kept";

    /// <summary>Gets the defects of the published code that are reproduced, by id.</summary>
    /// <exception cref="ArgumentException">An id is unknown.</exception>
    public IReadOnlyList<string> Compat
    {
        get;
        init => field = value.Except([WeighedQuery, KeptThinking], StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"R2MED's code has no known defect '{unknown}'. Known are {WeighedQuery} and {KeptThinking}.", nameof(value)) : value;
    } = [];

    /// <summary>Gets how texts are written; as the authors asked GPT-4 and o3-mini unless given: temperature 0.8, top-p 0.8. Open models they asked at temperature 0.7 with 10,240 tokens.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Unset with { Temperature = 0.8f, TopP = 0.8f };
}
