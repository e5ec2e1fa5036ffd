using MedBench.Tests.Models;
using MedBench.Tests.Running;

namespace MedBench.Chaos.Transport;

[FailureMode(2)]
public sealed class RunLevelErrorTests : RunFixture
{
    private const int Samples = 60;
    private const int Workers = 4;

    private static readonly (int Status, string Body)[] RunLevel =
    [
        (429, """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}"""),
        (401, """{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}"""),
        (403, """{"error":{"message":"Your account has no access"}}"""),
        (404, """{"error":{"message":"The model `m` does not exist","code":"model_not_found"}}"""),
    ];

    [Test]
    public async Task Errors_that_every_call_would_meet_stop_the_run_and_a_bad_request_fails_its_sample()
    {
        var (stopped, most) = (0, 0);
        foreach (var (status, body) in RunLevel)
        {
            await using var server = new LoopbackServer(body, status);
            using var client = new OpenAICompatibleClient(server.Options);
            var error = (await Assert.ThrowsAsync<RunStoppedException>(() => RunAsync(Plan(client, Samples), $"run-{status}", Workers)))!;
            Assert.That(error.Message, Does.Contain($"replied {status}").And.EndsWith("Every finished sample is safe; run the plan again to continue."));
            most = Math.Max(most, server.Requests.Count);
            stopped += server.Requests.Count <= Workers ? 1 : 0;
        }

        await using var picky = new LoopbackServer("""{"error":{"message":"temperature must be at most 2","type":"invalid_request_error"}}""", 400);
        using var asking = new OpenAICompatibleClient(picky.Options);
        var summary = await RunAsync(Plan(asking, Samples), "run-400", Workers);
        Figure.Print(2, $"{stopped}/{RunLevel.Length} run-level errors stop within {most} calls at concurrency {Workers}; 400: {picky.Requests.Count} calls for {Samples} samples");
        Assert.That((stopped, summary.Failed, picky.Requests.Count), Is.EqualTo((4, Samples, Samples)));
    }
}
