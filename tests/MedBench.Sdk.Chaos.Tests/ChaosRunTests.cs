using System.Globalization;
using MedBench.Chaos.Storage;

namespace MedBench.Chaos;

/// <summary>A whole run through the real client over loopback HTTP, with three of ten calls spoiled, ends as if nothing had happened.</summary>
public sealed class ChaosRunTests : StorageFixture
{
    private const int LeastKinds = 15;

    [Test]
    public async Task A_run_among_faults_equals_the_undisturbed_run()
    {
        var samples = Scale.Of(quick: 400, full: 10_000);
        await using var endpoint = await FaultyEndpoint.StartAsync();
        var calm = await RunAsync(endpoint, samples, "calm");
        endpoint.Forget();
        endpoint.Rate = 0.3;
        var stormy = await RunAsync(endpoint, samples, "stormy");
        var injected = endpoint.Injected.Values.Sum();
        var leaked = Directory.EnumerateFiles(At("stormy"), "*", SearchOption.AllDirectories).Count(file => CanaryKey.FindIn(File.ReadAllText(file)).Any());
        var (right, wrong) = (ResultsOf("calm"), ResultsOf("stormy").Except(ResultsOf("calm")).Count());
        var identical = Hash(At("calm")) == Hash(At("stormy"));
        LastLine.Text = string.Create(CultureInfo.InvariantCulture,
            $"chaos: seed 42, {samples:N0} samples, 30 % faulty calls of {endpoint.Injected.Count} kinds: injected {injected:N0}, survived {injected - wrong:N0}, wrong {wrong}, lost {samples - stormy.Finished}, paid twice {endpoint.PaidTwice}, leaked keys {leaked}, report identical {(identical ? "yes" : "no")}");
        Assert.Multiple(() =>
        {
            Assert.That(endpoint.Injected, Has.Count.GreaterThanOrEqualTo(LeastKinds));
            Assert.That(injected, Is.GreaterThan(samples / 3));
            Assert.That(right, Has.Length.EqualTo(samples));
            Assert.That(wrong, Is.Zero);
            Assert.That((stormy.Finished, stormy.Failed), Is.EqualTo(((long)samples, 0L)));
            Assert.That(endpoint.PaidTwice, Is.Zero);
            Assert.That(endpoint.Answered, Is.EqualTo(samples));
            Assert.That(leaked, Is.Zero);
            Assert.That(identical, Is.True);
            Assert.That(calm.Cells[0].Score!.Value.Estimate, Is.InRange(0.6, 0.9), "The endpoint must be neither always right nor always wrong.");
        });
    }

    private async Task<RunSummary> RunAsync(FaultyEndpoint endpoint, int samples, string folder)
    {
        using var client = new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = endpoint.Address, Model = "stub", ApiKey = new ApiKey(CanaryKey.Value) });
        var plan = CrashPlan.Create(client, samples) with { Strategies = [OpenMedLm.ZeroShot()] };
        var options = CrashPlan.Options(At(folder), concurrency: 32) with { Resilience = new ResilienceOptions { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) } };
        return await new EvaluationRunner().EvaluateAsync(plan, options);
    }

    private string[] ResultsOf(string folder) => File.ReadAllLines(Path.Combine(At(folder), "results.jsonl"));
}
