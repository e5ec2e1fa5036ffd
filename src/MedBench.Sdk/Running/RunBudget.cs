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

    /// <summary>Gets the largest number of tokens, prompt and reply together, of this session; calls under way when it is reached end as usual. Needs an endpoint that reports tokens.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Gets the most money in US dollars of this session; calls under way when it is reached end as usual. Needs models with a known price and endpoints that report tokens.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Gets how long this session may begin calls; those under way then end as usual.</summary>
    public TimeSpan? MaxDuration { get; init; }
}
