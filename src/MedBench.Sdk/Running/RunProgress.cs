namespace MedBench;

/// <summary>How far a run is.</summary>
public sealed record RunProgress
{
    /// <summary>Gets what is being worked on, for instance <c>medqa · cot-knn · model</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>Gets the finished samples of the whole run, those of earlier sessions included.</summary>
    public required long Finished { get; init; }

    /// <summary>Gets the samples of the whole run.</summary>
    public required long Total { get; init; }

    /// <summary>Gets the finished samples that an earlier session finished.</summary>
    public long Resumed { get; init; }

    /// <summary>Gets the samples that failed in this session.</summary>
    public long Failed { get; init; }

    /// <summary>Gets the model calls made in this session, repeated attempts not counted.</summary>
    public long Calls { get; init; }

    /// <summary>Gets the tokens of this session, where endpoints report them.</summary>
    public long Tokens { get; init; }

    /// <summary>Gets the cost of this session in US dollars; null where a price is unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets how many calls at once the most crowded endpoint is given now; null while none asked for less.</summary>
    public int? CallLimit { get; init; }

    /// <summary>Gets the smallest <see cref="CallLimit"/> of this session; null where there was none.</summary>
    public int? LowestCallLimit { get; init; }

    /// <summary>Gets how often calls at once were halved in this session because an endpoint was overloaded (HTTP 429, 503, 529).</summary>
    public int CallLimitReductions { get; init; }

    /// <summary>Gets the time since this session began.</summary>
    public TimeSpan Elapsed { get; init; }
}
