namespace MedBench.Tests.Running;

public sealed class StopTests : RunFixture
{
    [Test]
    public async Task A_budget_stops_between_calls_and_the_rest_is_done_later([Range(0, 10, 2)] int budget)
    {
        var first = FunctionModel.MostlyRight();
        var partial = await RunAsync(Plan(first, 10) with { Budget = new RunBudget { MaxCalls = budget } }, concurrency: 3);
        Assert.That(first.Calls, Is.LessThanOrEqualTo(budget + 2));
        Assert.That(partial.IsComplete, Is.EqualTo(budget >= 10));
        Assert.That(partial.Stopped, budget >= 10 ? Is.Null : Is.EqualTo($"The budget of {budget} calls is spent. Run the plan again with a larger budget to continue."));
        var second = FunctionModel.MostlyRight();
        var whole = await RunAsync(Plan(second, 10));
        Assert.That(first.Calls + second.Calls, Is.EqualTo(10));
        Assert.That(whole.IsComplete);
    }

    [TestCase(ModelErrorKind.Authentication)]
    [TestCase(ModelErrorKind.QuotaExceeded)]
    [TestCase(ModelErrorKind.UnknownModel)]
    public void An_error_that_every_call_would_meet_stops_the_run(ModelErrorKind kind)
    {
        var model = new FunctionModel((_, _) => throw new ModelException(kind, "The endpoint says no."));
        Assert.That(async () => await RunAsync(Plan(model, 200), concurrency: 5), Throws.InstanceOf<RunStoppedException>()
            .With.Message.EqualTo("The endpoint says no. Every finished sample is safe; run the plan again to continue."));
        Assert.That(model.Calls, Is.LessThanOrEqualTo(5));
    }

    [Test]
    public async Task Cancelling_ends_with_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        var model = new FunctionModel(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return FunctionModel.Answer("A");
        });
        var exception = (await Assert.CatchAsync<OperationCanceledException>(() => RunAsync(Plan(model, 50), cancellationToken: cancellation.Token)))!;
        Assert.That(exception.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [Test]
    public async Task Leaving_the_stream_early_stops_the_run_and_frees_the_folder()
    {
        const int Samples = 2_000; // More than workers ahead of a slow reader may have answered.
        var model = FunctionModel.MostlyRight();
        await foreach (var _ in new EvaluationRunner().StreamAsync(Plan(model, Samples), new RunOptions { Folder = Folder("run"), Concurrency = 2 }))
        {
            break;
        }

        Assert.That(model.Calls, Is.LessThan(Samples));
        await RunAsync(Plan(model, Samples));
        Assert.That(model.Calls, Is.EqualTo(Samples));
    }
}
