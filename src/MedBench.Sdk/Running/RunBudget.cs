namespace MedBench;

/// <summary>Limits on what a run may spend. When one is reached the run stops between calls and can be continued.</summary>
/// <remarks><see cref="MaxCallsPerSample"/> alone stops a sample and not the run.</remarks>
public sealed record RunBudget
{
    /// <summary>Gets the largest number of model calls of this session; journalled calls cost nothing.</summary>
    public long? MaxCalls { get; init; }

    /// <summary>Gets the largest number of model calls of one sample, at least 1, replies of earlier sessions included; 1,000.</summary>
    /// <remarks>A strategy or scorer that asks for more has lost its way: the sample fails, and the run goes on.</remarks>
    public int MaxCallsPerSample { get; init; } = 1_000;

    /// <summary>Gets the largest number of tokens, prompt and reply together, of this session.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Gets the most money in US dollars of this session; needs models with a known price.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Gets the longest duration of this session.</summary>
    public TimeSpan? MaxDuration { get; init; }
}
