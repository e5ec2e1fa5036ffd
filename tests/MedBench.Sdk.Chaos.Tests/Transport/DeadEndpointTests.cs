using MedBench.Tests.Running;

namespace MedBench.Chaos.Transport;

[FailureMode(15)]
public sealed class DeadEndpointTests : RunFixture
{
    private const int Samples = 1000;
    private const int Workers = 16;

    [TestCase(ModelErrorKind.Connection)]
    [TestCase(ModelErrorKind.Server)]
    [TestCase(ModelErrorKind.Timeout)]
    public async Task A_dead_endpoint_stops_the_run_with_one_error_and_the_run_is_continued(ModelErrorKind kind)
    {
        var together = new Rendezvous(Workers);
        var dead = new FunctionModel(async (_, _) =>
        {
            await together.ArriveAsync();
            throw new ModelException(kind, "Nobody is at home.");
        });
        var options = new RunOptions { Folder = Folder("run"), Concurrency = Workers, Resilience = StubEndpoint.Quick };
        var error = (await Assert.ThrowsAsync<RunStoppedException>(() => new EvaluationRunner().EvaluateAsync(Plan(dead, Samples), options)))!;
        var most = options.Resilience.MaxConsecutiveFailures + Workers;
        Figure.Print(15, $"{kind}, N = {Samples}: {dead.Calls} requests, at most {most} allowed ({Samples * options.Resilience.MaxAttempts} without a breaker)");
        Assert.Multiple(() =>
        {
            Assert.That(dead.Calls, Is.LessThanOrEqualTo(most).And.GreaterThanOrEqualTo(Workers));
            Assert.That(error.Message, Is.EqualTo("Model 'function' is given up after 20 failures in a row without an answer. The last one: Nobody is at home. Every finished sample is safe; run the plan again to continue."));
        });
        Assert.That((await RunAsync(Plan(FunctionModel.MostlyRight(), Samples))).IsComplete);
    }

    [Test]
    public async Task An_endpoint_that_comes_back_in_time_is_asked_one_call_at_a_time_until_then()
    {
        var (asked, probes, most) = (0, 0, 0);
        var together = new Rendezvous(Workers);
        var model = new FunctionModel(async (request, _) =>
        {
            var number = Interlocked.Increment(ref asked);
            await together.ArriveAsync();
            if (number is > Workers and < Workers + 19)
            {
                most = Math.Max(most, Interlocked.Increment(ref probes));
                await Task.Yield();
                Interlocked.Decrement(ref probes);
            }

            return number < Workers + 19 ? throw new ModelException(ModelErrorKind.Connection, "down") : FunctionModel.Answer("A");
        });
        var options = new RunOptions { Folder = Folder("run"), Concurrency = Workers, Resilience = StubEndpoint.Quick with { MaxAttempts = 100 } };
        var summary = await new EvaluationRunner().EvaluateAsync(Plan(model, 100), options);
        Assert.That((summary.IsComplete, most), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task A_request_that_the_endpoint_cannot_digest_costs_its_own_sample_alone()
    {
        var model = new FunctionModel(prompt => FunctionModel.CaseNumber(prompt) == 3 ? throw new ModelException(ModelErrorKind.Server, "crash") { StatusCode = 500 } : "A");
        var options = new RunOptions { Folder = Folder("run"), Concurrency = 1, Resilience = StubEndpoint.Quick };
        var summary = await new EvaluationRunner().EvaluateAsync(Plan(model, 10), options);
        Assert.That((summary.Finished, summary.Failed), Is.EqualTo((9L, 1L)));
    }

    [Test]
    public void The_waits_between_single_attempts_bridge_an_outage_of_two_minutes()
    {
        var settings = new ResilienceSettings(new ResilienceOptions(), "x", client: null);
        var patience = TimeSpan.FromTicks(Enumerable.Range(2, settings.MaxConsecutiveFailures - 2).Sum(unanswered => settings.ProbeWait(unanswered).Ticks));
        Figure.Print(15, $"given up after {patience.TotalSeconds:0} s of silence at the earliest");
        Assert.That(patience, Is.InRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3)));
    }
}
