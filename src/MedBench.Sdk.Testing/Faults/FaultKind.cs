namespace MedBench.Testing;

/// <summary>The ways in which <see cref="FaultyModelClient"/> spoils a call.</summary>
public enum FaultKind
{
    /// <summary>HTTP 429 without a word on how long to wait.</summary>
    RateLimited,

    /// <summary>HTTP 429 with <see cref="FaultPlan.RetryAfter"/>.</summary>
    RateLimitedWithRetryAfter,

    /// <summary>HTTP 503.</summary>
    Server,

    /// <summary>A connection that broke.</summary>
    Connection,

    /// <summary>A time-out that the client itself noticed, reported at once.</summary>
    Timeout,

    /// <summary>A reply that is not what the protocol says.</summary>
    Malformed,

    /// <summary>A well-formed reply without content.</summary>
    Empty,

    /// <summary>The model's own polite refusal, as text with finish reason <c>stop</c>.</summary>
    Refusal,

    /// <summary>The provider's filter withheld the reply.</summary>
    ContentFiltered,

    /// <summary>The first half of the real reply with finish reason <c>length</c>.</summary>
    Truncated,

    /// <summary>The real reply under another model's id.</summary>
    WrongModel,

    /// <summary>The real reply after <see cref="FaultPlan.Delay"/>; fake time makes it hang until the test moves on.</summary>
    Slow,

    /// <summary>HTTP 400.</summary>
    BadRequest,

    /// <summary>HTTP 400 for a prompt that does not fit the context window.</summary>
    ContextOverflow,

    /// <summary>HTTP 429 for an account without money, which stops a run.</summary>
    QuotaExceeded,
}
