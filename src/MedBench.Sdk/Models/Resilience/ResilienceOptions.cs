namespace MedBench;

/// <summary>How failed calls are repeated.</summary>
public sealed record ResilienceOptions
{
    /// <summary>Gets the largest number of attempts at one call, the first included; 8.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>Gets how many malformed or empty replies one call may meet, the last of them final; 4. They count towards <see cref="MaxAttempts"/> too.</summary>
    public int MaxUnusableReplies { get; init; } = 4;

    /// <summary>Gets the wait before the second attempt, which doubles with each further one; 0.5 seconds. Each wait is drawn between half of it and all of it.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Gets the longest wait where the endpoint names none; 60 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the longest wait that an endpoint may ask for; 5 minutes. A call that is asked to wait longer fails at once, and so do others, unsent, until that wait is over.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets after how many attempts in a row without an answer (no connection, no reply in time, HTTP 408 and 5xx), of all
    /// calls together, the endpoint counts as down; 20, which bridges an outage of about two minutes. Attempts that were
    /// under way at once count as one. The call then fails with <see cref="ModelErrorKind.EndpointDown"/>, which stops a
    /// run, and the client refuses further calls for a minute.
    /// </summary>
    public int MaxConsecutiveFailures { get; init; } = 20;

    /// <summary>Gets the longest wait for one attempt; null leaves it to a client that has <see cref="IModelTimeouts"/> and is 120 seconds for others.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>Gets the longest wait for one call with all its attempts and pauses; null is what the client's <see cref="IModelTimeouts"/> says, or 15 minutes.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Gets the seed of the random part of the waits, which no result depends on.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the source of the random part, from 0 up to 1 and safe for concurrent use; null draws from <see cref="Seed"/>.</summary>
    public Func<double>? Randomizer { get; init; }
}
