using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Refuses calls once the run's budget is spent, and counts what goes through.</summary>
internal sealed class BudgetedModelClient(IModelClient inner, RunBudget budget, RunTotals totals, TimeProvider time) : IModelClient, ILogLikelihoodClient
{
    private readonly long started = time.GetTimestamp();

    public ModelInfo Info => inner.Info;

    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        Enter();
        var response = await inner.CompleteAsync(request, cancellationToken).ConfigureAwait(false);
        totals.CountTokens(response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, inner.Info.Price);
        return response;
    }

    public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
    {
        Enter();
        return inner.GetCapability<ILogLikelihoodClient>()!.ScoreAsync(request, cancellationToken);
    }

    public T? GetCapability<T>()
        where T : class
        => inner.GetCapability<T>() is null ? null : this as T;

    private void Enter()
    {
        var (calls, tokens, cost) = totals.Snapshot();
        var spent =
            calls >= budget.MaxCalls ? $"{budget.MaxCalls} calls" :
            tokens >= budget.MaxTokens ? $"{budget.MaxTokens} tokens" :
            cost >= budget.MaxCost ? string.Create(CultureInfo.InvariantCulture, $"{budget.MaxCost} US dollars") :
            budget.MaxDuration is { } limit && time.GetElapsedTime(started) >= limit ? limit.ToString("c", CultureInfo.InvariantCulture) :
            null;
        if (spent is not null)
        {
            throw new ModelException(ModelErrorKind.BudgetExceeded, $"The budget of {spent} is spent. Run the plan again with a larger budget to continue.");
        }

        totals.CountCall();
    }
}
