namespace MedBench;

/// <summary>Reports that a model gave no usable reply.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Initializes the error.</summary>
    /// <param name="kind">What went wrong, as the engine must treat it.</param>
    /// <param name="message">What happened, to which model, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ModelException(ModelErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>Gets what went wrong.</summary>
    public ModelErrorKind Kind { get; }

    /// <summary>Gets how long the endpoint asks to wait before the next request; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the HTTP status where there was one.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Gets whether the same request may succeed later.</summary>
    public bool IsTransient => Kind is ModelErrorKind.RateLimited or ModelErrorKind.Server or ModelErrorKind.Connection
        or ModelErrorKind.Timeout or ModelErrorKind.Malformed or ModelErrorKind.EmptyReply;

    /// <summary>Gets whether every further request would fail the same way, so that the run must stop.</summary>
    public bool StopsRun => Kind is ModelErrorKind.Authentication or ModelErrorKind.QuotaExceeded or ModelErrorKind.UnknownModel
        or ModelErrorKind.BudgetExceeded or ModelErrorKind.EndpointDown;
}
