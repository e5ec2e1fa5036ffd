namespace MedBench;

/// <summary>The ways in which a model call fails.</summary>
public enum ModelErrorKind
{
    /// <summary>The endpoint asks to slow down (HTTP 429).</summary>
    RateLimited,

    /// <summary>The endpoint is at fault (HTTP 408, 5xx).</summary>
    Server,

    /// <summary>No connection, or one that broke.</summary>
    Connection,

    /// <summary>No complete reply in time.</summary>
    Timeout,

    /// <summary>A reply that is not what the protocol says.</summary>
    Malformed,

    /// <summary>A well-formed reply without content.</summary>
    EmptyReply,

    /// <summary>The key is missing, wrong or not allowed (HTTP 401, 403).</summary>
    Authentication,

    /// <summary>The account has no money or quota left.</summary>
    QuotaExceeded,

    /// <summary>The endpoint does not know the model (HTTP 404).</summary>
    UnknownModel,

    /// <summary>The endpoint rejects this request (HTTP 400 and the like).</summary>
    BadRequest,

    /// <summary>The prompt does not fit the context window.</summary>
    ContextOverflow,

    /// <summary>The provider's filter withheld prompt or reply.</summary>
    ContentFiltered,

    /// <summary>The run's own budget is spent.</summary>
    BudgetExceeded,

    /// <summary>The endpoint did not answer for so long that it counts as down.</summary>
    EndpointDown,

    /// <summary>The sample has made as many calls as one sample may.</summary>
    CallLimit,
}
