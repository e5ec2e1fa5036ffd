using MedBench.Running;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running;

public sealed class BudgetLedgerTests
{
    private const int Rounds = 20_000;

    [Test]
    public void A_reply_without_usage_is_noticed_whatever_other_calls_end_at_that_moment()
    {
        var (ledger, measured) = (NewLedger(), new UsageDetails { InputTokenCount = 10, OutputTokenCount = 2 });
        var isOver = false;
        var others = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                Volatile.Read(ref ledger).Count(measured, null);
            }
        });
        others.Start();
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            Volatile.Write(ref ledger, NewLedger());
            Thread.SpinWait(20);
            ledger.Count(null, null);
            Thread.SpinWait(20);
            refused += IsSpent(ledger) ? 1 : 0;
        }

        Volatile.Write(ref isOver, true);
        others.Join();
        Assert.That(refused, Is.EqualTo(Rounds));
    }

    private static BudgetLedger NewLedger() => new(new RunBudget { MaxTokens = long.MaxValue }, new RunTotals(), TimeProvider.System);

    private static bool IsSpent(BudgetLedger ledger)
    {
        try
        {
            ledger.Enter();
            return false;
        }
        catch (ModelException)
        {
            return true;
        }
    }
}
