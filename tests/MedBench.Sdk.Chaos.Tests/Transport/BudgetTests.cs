using MedBench.Tests.Running;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace MedBench.Chaos.Transport;

[FailureMode(14)]
public sealed class BudgetTests : RunFixture
{
    private const int Samples = 20;
    private const int Workers = 4;
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(1);

    [TestCase("calls")]
    [TestCase("tokens")]
    [TestCase("money")]
    [TestCase("time")]
    public async Task A_budget_of_any_kind_stops_the_run_between_calls_and_the_rest_is_done_later(string kind)
    {
        await RunAsync(Plan(Model(), Samples), "whole");
        var (kept, identical, over) = (0, 0, 0);
        for (var k = 0; k <= Samples; k++)
        {
            var clock = new FakeTimeProvider();
            var together = new Rendezvous(kind == "calls" ? Math.Min(k, Workers) : Workers);
            var model = Model(async () =>
            {
                await together.ArriveAsync();
                clock.Advance(CallTime);
            });
            var partial = await EvaluateAsync(model, Budget(kind, k), clock, $"run-{k}");
            kept += model.Calls <= k + Workers - 1 ? 1 : 0;
            over = Math.Max(over, model.Calls - k);
            if (!partial.IsComplete)
            {
                Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder($"run-{k}"), "report.md")), Does.Contain("**Incomplete: ").And.Contain("is spent. Run the plan again with a larger budget to continue."));
            }

            var rest = Model();
            await RunAsync(Plan(rest, Samples), $"run-{k}");
            Assert.That(model.Calls + rest.Calls, Is.EqualTo(Samples), "no call is paid twice");
            identical += Hash($"run-{k}") == Hash("whole") ? 1 : 0;
        }

        Figure.Print(14, $"{kind}: {kept}/{Samples + 1} budgets kept (at most {over} calls beyond, concurrency {Workers}), {identical}/{Samples + 1} identical when continued");
        Assert.That((kept, identical), Is.EqualTo((Samples + 1, Samples + 1)));
    }

    [Test]
    public async Task A_budget_that_cannot_be_measured_ends_the_run_and_says_so()
    {
        var silent = new FunctionModel((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "A"))));
        var partial = await EvaluateAsync(silent, new RunBudget { MaxTokens = 1_000_000 }, TimeProvider.System, "run");
        Assert.That(silent.Calls, Is.LessThanOrEqualTo(Workers));
        Assert.That(partial.Stopped, Does.StartWith("The endpoint does not state the tokens of its replies, so the budget cannot be kept."));
    }

    private static RunBudget Budget(string kind, int calls) => kind switch
    {
        "calls" => new RunBudget { MaxCalls = calls },
        "tokens" => new RunBudget { MaxTokens = 12 * calls },
        "money" => new RunBudget { MaxCost = 0.000012m * calls },
        _ => new RunBudget { MaxDuration = CallTime * calls },
    };

    private static FunctionModel Model(Func<Task>? pay = null) => new(async (request, _) =>
    {
        await (pay?.Invoke() ?? Task.CompletedTask);
        return FunctionModel.Answer($"The answer is {LetterBenchmark.RightLetter(FunctionModel.CaseNumber(request.Messages[^1].Text))}");
    })
    {
        Info = new ModelInfo { Id = "priced", Price = new ModelPrice(1, 1) },
    };

    private Task<RunSummary> EvaluateAsync(IModelClient model, RunBudget budget, TimeProvider time, string folder)
        => new EvaluationRunner(time).EvaluateAsync(Plan(model, Samples) with { Budget = budget }, new RunOptions { Folder = Folder(folder), Concurrency = Workers });
}
