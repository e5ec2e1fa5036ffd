using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace MedBench.Testing;

/// <summary>Spoils calls to another model by a plan and counts what it does, so that a run can be compared with one without faults.</summary>
/// <remarks>Put it innermost, directly around the model: retries, cache and journal are then tested from outside.</remarks>
/// <param name="inner">The model.</param>
/// <param name="plan">Which faults, how often.</param>
public sealed class FaultyModelClient(IModelClient inner, FaultPlan plan) : IModelClient
{
    private readonly ConcurrentDictionary<ulong, int> attempts = new();
    private readonly ConcurrentDictionary<FaultKind, int> injected = new();
    private int calls;

    /// <inheritdoc />
    public ModelInfo Info => inner.Info;

    /// <summary>Gets the number of calls so far, spoiled or not.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>Gets the number of faults so far by kind; kinds that did not occur are left out.</summary>
    public IReadOnlyDictionary<FaultKind, int> Injected => new SortedDictionary<FaultKind, int>(injected);

    /// <inheritdoc />
    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref calls);
        var text = RequestText.Of(request);
        var attempt = attempts.AddOrUpdate(SeededRandom.Create(0, text).NextUInt64(), 0, (_, previous) => previous + 1);
        if (plan.Decide(text, attempt) is not { } fault)
        {
            return await inner.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
        }

        injected.AddOrUpdate(fault, 1, (_, count) => count + 1);
        return await SpoilAsync(fault, request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <remarks>Powers beyond chat are the inner model's own and are not spoiled.</remarks>
    public T? GetCapability<T>()
        where T : class => this as T ?? inner.GetCapability<T>();

    private async Task<ChatResponse> SpoilAsync(FaultKind fault, ModelRequest request, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case FaultKind.Refusal:
                return FakeReply.Create(Info, request, "I'm sorry, but I can't help with that.");
            case FaultKind.Slow:
                await Task.Delay(plan.Delay, plan.TimeProvider, cancellationToken).ConfigureAwait(false);
                return await inner.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
            case FaultKind.Truncated:
                return Truncate(await inner.CompleteAsync(request, cancellationToken).ConfigureAwait(false));
            case FaultKind.WrongModel:
                return Rename(await inner.CompleteAsync(request, cancellationToken).ConfigureAwait(false));
            default:
                throw CreateError(fault);
        }
    }

    private static ChatResponse Truncate(ChatResponse response)
    {
        var text = response.Text;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text[..((text.Length + 1) / 2)]))
        {
            ModelId = response.ModelId,
            FinishReason = ChatFinishReason.Length,
            Usage = response.Usage,
        };
    }

    // A copy, because the inner model may hand out one response again and again.
    private ChatResponse Rename(ChatResponse response) => new(response.Messages)
    {
        ModelId = $"{Info.Id}-substitute",
        FinishReason = response.FinishReason,
        Usage = response.Usage,
    };

    private ModelException CreateError(FaultKind fault)
    {
        var (kind, status) = fault switch
        {
            FaultKind.RateLimited or FaultKind.RateLimitedWithRetryAfter => (ModelErrorKind.RateLimited, 429),
            FaultKind.Server => (ModelErrorKind.Server, 503),
            FaultKind.Connection => (ModelErrorKind.Connection, default(int?)),
            FaultKind.Timeout => (ModelErrorKind.Timeout, null),
            FaultKind.Malformed => (ModelErrorKind.Malformed, 200),
            FaultKind.Empty => (ModelErrorKind.EmptyReply, 200),
            FaultKind.ContentFiltered => (ModelErrorKind.ContentFiltered, 400),
            FaultKind.BadRequest => (ModelErrorKind.BadRequest, 400),
            FaultKind.ContextOverflow => (ModelErrorKind.ContextOverflow, 400),
            FaultKind.QuotaExceeded => (ModelErrorKind.QuotaExceeded, 429),
            _ => throw new InvalidOperationException($"The plan names the unknown fault '{fault}'."),
        };
        return new ModelException(kind, $"Injected fault '{fault}' in a call to model '{Info.Id}'.")
        {
            StatusCode = status,
            RetryAfter = fault == FaultKind.RateLimitedWithRetryAfter ? plan.RetryAfter : null,
        };
    }
}
