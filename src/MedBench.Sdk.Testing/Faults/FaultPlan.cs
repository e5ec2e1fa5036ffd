namespace MedBench.Testing;

/// <summary>Says which faults to inject, how often, and from which seed.</summary>
/// <remarks>
/// Whether a call is spoiled, and how, follows from (seed, request, attempt) alone: the same run meets the same faults in any
/// order and at any concurrency. Equal requests are told apart by <see cref="ModelRequest.Purpose"/> or else share one count of attempts.
/// </remarks>
public sealed record FaultPlan
{
    /// <summary>The faults that a retry may overcome, equally often; the default.</summary>
    public static IReadOnlyDictionary<FaultKind, double> Transient { get; } = Equally(
        FaultKind.RateLimited, FaultKind.RateLimitedWithRetryAfter, FaultKind.Server, FaultKind.Connection, FaultKind.Timeout, FaultKind.Malformed, FaultKind.Empty);

    /// <summary>Gets the share of calls to spoil, from 0 to 1.</summary>
    public double Rate { get; init; } = 0.3;

    /// <summary>Gets the relative weight of each kind; kinds that are left out never occur.</summary>
    public IReadOnlyDictionary<FaultKind, double> Weights { get; init; } = Transient;

    /// <summary>Gets the seed.</summary>
    public long Seed { get; init; }

    /// <summary>Gets how many attempts at one request may be spoiled; later attempts pass. Set it to the engine's attempts less one where every call must succeed in the end.</summary>
    public int FaultyAttempts { get; init; } = int.MaxValue;

    /// <summary>Gets what <see cref="FaultKind.RateLimitedWithRetryAfter"/> asks to wait.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets how late a <see cref="FaultKind.Slow"/> reply is.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the clock by which slow replies are late.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gives every kind the same weight.</summary>
    /// <param name="kinds">The kinds.</param>
    public static IReadOnlyDictionary<FaultKind, double> Equally(params IReadOnlyList<FaultKind> kinds) => kinds.ToDictionary(kind => kind, _ => 1.0);

    /// <summary>Returns the fault of one attempt; null where it passes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="attempt">How often the same request was sent before.</param>
    public FaultKind? Decide(ModelRequest request, int attempt) => Decide(RequestText.Of(request), attempt);

    internal FaultKind? Decide(string request, int attempt)
    {
        if (attempt >= FaultyAttempts)
        {
            return null;
        }

        var random = SeededRandom.Create(Seed, "fault", request, FormattableString.Invariant($"{attempt}"));
        if (random.NextDouble() >= Rate)
        {
            return null;
        }

        var remaining = random.NextDouble() * Weights.Values.Sum();
        foreach (var (kind, weight) in Weights.OrderBy(entry => entry.Key))
        {
            remaining -= weight;
            if (remaining < 0)
            {
                return kind;
            }
        }

        return null;
    }
}
