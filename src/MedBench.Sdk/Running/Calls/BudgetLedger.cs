using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Refuses calls once the run's budget is spent, and counts what goes through.</summary>
internal sealed class BudgetLedger(RunBudget budget, RunTotals totals, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();
    private volatile bool unmeasured;

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

    /// <summary>Enters what a call used. A reply that does not state it ends a budget of tokens or money, which could not be kept.</summary>
    public void Count(UsageDetails? usage, ModelPrice? price)
    {
        if (usage is not { InputTokenCount: not null, OutputTokenCount: not null })
        {
            unmeasured = true;
        }

        totals.CountTokens(usage?.InputTokenCount, usage?.OutputTokenCount, price);
    }

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

        if (unmeasured && (budget.MaxTokens is not null || budget.MaxCost is not null))
        {
            throw new ModelException(ModelErrorKind.BudgetExceeded, "The endpoint does not state the tokens of its replies, so the budget cannot be kept. Limit calls or time instead, and run the plan again to continue.");
        }
    }
}
