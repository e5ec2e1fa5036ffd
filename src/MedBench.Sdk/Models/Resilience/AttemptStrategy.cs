using Polly;
using Polly.Timeout;

namespace MedBench;

/// <summary>One attempt: waits out the client's pause, counts, and states time-outs and requests to wait as the rest must see them.</summary>
internal sealed class AttemptStrategy(PauseGate gate, ResilienceSettings settings) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var call = CallState.Of(context);
        var outcome = call.TakeFirstFailure() is { } first
            ? Polly.Outcome.FromException<TResult>(first)
            : await WaitAndCallAsync(callback, context, state, call).ConfigureAwait(false);
        if (outcome.Exception is not { } failure)
        {
            return outcome;
        }

        if (failure is ModelException { Kind: ModelErrorKind.RateLimited, RetryAfter: { } wait } && wait <= settings.MaxRetryAfter)
        {
            gate.Close(wait);
        }

        return IsOwnTimeout(failure, context) ? Polly.Outcome.FromException<TResult>(settings.AttemptTimedOut(failure)) : outcome;
    }

    private async ValueTask<Outcome<TResult>> WaitAndCallAsync<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state, CallState call)
    {
        try
        {
            await gate.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error)
        {
            return Polly.Outcome.FromException<TResult>(error);
        }

        call.Attempts++;
        return await callback(context, state).ConfigureAwait(false);
    }

    /// <summary>Tells a client that gave up by itself from a call that was ended from outside.</summary>
    private static bool IsOwnTimeout(Exception failure, ResilienceContext context)
        => failure is TimeoutRejectedException || (failure is OperationCanceledException && !context.CancellationToken.IsCancellationRequested);
}
