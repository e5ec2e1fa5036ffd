using Polly;
using Polly.Timeout;

namespace MedBench;

/// <summary>One attempt: waits until it is admitted, counts, and states time-outs as the rest must see them.</summary>
internal sealed class AttemptStrategy(Admission admission, ResilienceSettings settings) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var call = CallState.Of(context);
        return call.TakeFirstFailure() is { } first
            ? Polly.Outcome.FromException<TResult>(State(first, context))
            : await AdmitAndCallAsync(callback, context, state, call).ConfigureAwait(false);
    }

    private async ValueTask<Outcome<TResult>> AdmitAndCallAsync<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state, CallState call)
    {
        long began;
        try
        {
            began = await admission.EnterAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or ModelException)
        {
            return Polly.Outcome.FromException<TResult>(error);
        }

        call.Attempts++;
        var outcome = await callback(context, state).ConfigureAwait(false);
        var failure = outcome.Exception is { } thrown ? State(thrown, context) : null;
        admission.Leave(began, failure);
        return failure is null ? outcome : Polly.Outcome.FromException<TResult>(failure);
    }

    /// <summary>Tells a client that gave up by itself from a call that was ended from outside.</summary>
    private Exception State(Exception failure, ResilienceContext context)
        => failure is TimeoutRejectedException || (failure is OperationCanceledException && !context.CancellationToken.IsCancellationRequested)
            ? settings.AttemptTimedOut(failure)
            : failure;
}
