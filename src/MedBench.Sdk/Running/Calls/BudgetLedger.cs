using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Refuses calls once the run's budget is spent, and counts what goes through.</summary>
internal sealed class BudgetLedger(RunBudget budget, RunTotals totals, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();

    public int MaxCallsPerSample => budget.MaxCallsPerSample;

    /// <summary>Enters a call.</summary>
    /// <exception cref="ModelException">The budget is spent.</exception>
    public void Enter()
    {
        lock (gate)
        {
            Check();
            totals.CountCall();
        }
    }

    /// <summary>Enters what a call used.</summary>
    public void Count(ChatResponse response, ModelPrice? price)
        => totals.CountTokens(response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount, price);

    private void Check()
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
    }
}
