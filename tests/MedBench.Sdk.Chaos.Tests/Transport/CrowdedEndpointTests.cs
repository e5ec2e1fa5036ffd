using MedBench.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace MedBench.Chaos.Transport;

[FailureMode(1)]
public sealed class CrowdedEndpointTests : RunFixture
{
    [TestCase(429)]
    [TestCase(503)]
    [TestCase(529)]
    public void Overload_halves_the_calls_at_once_and_success_brings_them_back_one_by_one(int status)
    {
        var clock = new FakeTimeProvider();
        var settings = new ResilienceSettings(StubEndpoint.Quick, "x", client: null);
        var admission = new Admission(settings, new PauseGate(clock), clock);
        Leave(admission, Enter(admission, 16), Overload(status));
        Assert.That(admission.Pressure, Is.EqualTo(new EndpointPressure(8, 8, 1)), "sixteen turned away together are one overload");
        Leave(admission, Enter(admission, 1), null);
        var admitted = Enter(admission, 16);
        Assert.That(admitted, Has.Count.EqualTo(8));
        Leave(admission, admitted, Overload(status));
        Assert.That(admission.Pressure, Is.EqualTo(new EndpointPressure(4, 4, 2)));
        Leave(admission, Enter(admission, 1), null);
        var rounds = new List<int>();
        while (admission.Pressure.Limit is { } limit)
        {
            rounds.Add(limit);
            Leave(admission, Enter(admission, limit), null);
        }

        Assert.That(rounds, Is.EqualTo(Enumerable.Range(4, 12)), "one more for each round");
        Assert.That(Enter(admission, 64), Has.Count.EqualTo(64), "no limit is left");
    }

    [Test]
    public async Task A_run_settles_at_what_the_endpoint_bears_and_tells()
    {
        const int Capacity = 4;
        var (underWay, turnedAway) = (0, 0);
        var together = new Rendezvous(32);
        var model = new FunctionModel(async (request, _) =>
        {
            try
            {
                var now = Interlocked.Increment(ref underWay);
                await together.ArriveAsync();
                if (now > Capacity)
                {
                    Interlocked.Increment(ref turnedAway);
                    throw Overload(429);
                }

                await Task.Yield();
                return FunctionModel.Answer("A");
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        });
        var told = new List<RunProgress>();
        var options = new RunOptions { Folder = Folder("run"), Concurrency = 32, Resilience = StubEndpoint.Quick with { MaxAttempts = 1000 }, Progress = new Told(told) };
        var summary = await new EvaluationRunner().EvaluateAsync(Plan(model, 400), options);
        var last = told[^1];
        Figure.Print(1, $"32 workers at an endpoint for {Capacity}: 400/400 answered, {turnedAway} turned away, {last.CallLimitReductions} reductions, lowest limit {last.LowestCallLimit}");
        Assert.That(summary.IsComplete);
        Assert.That((turnedAway >= 28, last.CallLimitReductions > 0), Is.EqualTo((true, true)));
        Assert.That(last.LowestCallLimit, Is.LessThanOrEqualTo(16));
    }

    private static ModelException Overload(int status) => new(status == 429 ? ModelErrorKind.RateLimited : ModelErrorKind.Server, "busy") { StatusCode = status };

    private static List<long> Enter(Admission admission, int attempts)
    {
        var admitted = new List<long>();
        for (var i = 0; i < attempts; i++)
        {
            if (admission.TryEnter(out var round))
            {
                admitted.Add(round);
            }
        }

        return admitted;
    }

    private static void Leave(Admission admission, List<long> rounds, ModelException? failure) => rounds.ForEach(round => admission.Leave(round, failure));

    private sealed class Told(List<RunProgress> all) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => all.Add(value);
    }
}
