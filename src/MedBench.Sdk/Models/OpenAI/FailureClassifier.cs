namespace MedBench;

/// <summary>Tells the kind of a failure from the status and from what providers write, each in its own words.</summary>
internal static class FailureClassifier
{
    private static readonly string[] OverflowMarks =
    [
        "context_length_exceeded", "exceed_context_size", "context_window_exceeded", "maximum context length", "maximum model length",
        "maximum prompt length", "prompt is too long", "prompt too long", "input is too long", "exceeds the available context size",
        "exceeds the context length", "exceeds the context window", "exceed context limit", "exceeds the maximum number of tokens",
        "reduce the length of the messages", "must have less than", "`inputs` tokens + `max_new_tokens`",
    ];

    private static readonly string[] FilterMarks =
    [
        "content_filter", "content_policy", "responsibleaipolicyviolation", "data_inspection_failed", "content management policy",
        "moderation_blocked", "input was flagged", "safety system",
    ];

    private static readonly string[] QuotaMarks =
    [
        "insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance", "insufficient balance",
        "credit balance is too low", "insufficient credits",
    ];

    /// <summary>Classifies an HTTP failure.</summary>
    /// <param name="status">The HTTP status, or the status that an error body states.</param>
    /// <param name="text">Everything the provider said: code, type and message.</param>
    public static ModelErrorKind Classify(int status, string text) => status switch
    {
        402 => ModelErrorKind.QuotaExceeded,
        429 => Mentions(text, QuotaMarks) ? ModelErrorKind.QuotaExceeded : ModelErrorKind.RateLimited,
        401 => ModelErrorKind.Authentication,
        403 => Mentions(text, FilterMarks) ? ModelErrorKind.ContentFiltered
            : Mentions(text, QuotaMarks) ? ModelErrorKind.QuotaExceeded
            : ModelErrorKind.Authentication,
        404 => ModelErrorKind.UnknownModel,
        _ => ClassifyByText(status, text),
    };

    private static ModelErrorKind ClassifyByText(int status, string text)
    {
        if (Mentions(text, OverflowMarks))
        {
            return ModelErrorKind.ContextOverflow;
        }

        if (status < 500 && Mentions(text, FilterMarks))
        {
            return ModelErrorKind.ContentFiltered;
        }

        if (status < 500 && Mentions(text, QuotaMarks))
        {
            return ModelErrorKind.QuotaExceeded;
        }

        return status switch
        {
            // Not implemented and HTTP version not supported: asking again cannot help.
            501 or 505 => ModelErrorKind.BadRequest,
            408 or 409 or 425 or >= 500 => ModelErrorKind.Server,
            _ when text.Contains("model_not_found", StringComparison.OrdinalIgnoreCase) => ModelErrorKind.UnknownModel,
            _ => ModelErrorKind.BadRequest,
        };
    }

    private static bool Mentions(string text, string[] marks)
    {
        foreach (var mark in marks)
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
