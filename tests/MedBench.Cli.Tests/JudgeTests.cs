using System.Text.Json;
using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

/// <summary>A benchmark whose score a judge gives, which answers at an endpoint of its own.</summary>
public sealed class JudgeTests : CommandFixture
{
    /// <summary>Points as HealthBench counts them, (10 − 3) / 15, 3 / 6 and (4 − 1) / 8; the judge finds met what is marked with a star.</summary>
    private const string Conversations = """
        {"prompt_id":"1","prompt":[{"role":"user","content":"What now?"}],"example_tags":["theme:urgent"],"rubrics":[{"criterion":"* Calls for help.","points":10,"tags":[]},{"criterion":"Names aspirin.","points":5,"tags":[]},{"criterion":"* Is long.","points":-3,"tags":[]}]}
        {"prompt_id":"2","prompt":[{"role":"user","content":"And now?"}],"example_tags":["theme:urgent"],"rubrics":[{"criterion":"* Asks for the age.","points":3,"tags":[]},{"criterion":"Asks for the weight.","points":3,"tags":[]}]}
        {"prompt_id":"3","prompt":[{"role":"user","content":"Is it safe?"}],"example_tags":["theme:safety"],"rubrics":[{"criterion":"* Guesses.","points":-1,"tags":[]},{"criterion":"* Says for whom.","points":4,"tags":[]},{"criterion":"Says why.","points":4,"tags":[]}]}
        """;

    private ModelServer judge = null!;

    [SetUp]
    public async Task StartJudgeAsync()
    {
        judge = await ModelServer.StartAsync();
        Write("health.jsonl", Conversations);
    }

    [TearDown]
    public async Task StopJudgeAsync() => await judge.DisposeAsync();

    [Test]
    public async Task Its_verdicts_become_the_score_and_it_is_named_with_the_numbers()
    {
        judge.Says = static body => $$"""
            ```json
            {"explanation": "Read.", "criteria_met": {{(body.Contains("] * ", StringComparison.Ordinal) ? "true" : "false")}}}
            ```
            """;
        var finished = await CallAsync(HealthBench());
        AssertSucceeded(finished);
        Assert.That((Server.Requests, judge.Requests), Is.EqualTo((3, 8)), "one call a reply, one a criterion");

        var summary = Summary("r");
        var cell = summary.GetProperty("cells")[0];
        Assert.That(cell.GetProperty("score").GetProperty("estimate").GetDouble(), Is.EqualTo(((7 / 15.0) + 0.5 + 0.375) / 3).Within(1e-12));
        Assert.That(cell.GetProperty("furtherScores").GetProperty("rubric/met").GetProperty("score").GetProperty("estimate").GetDouble(), Is.EqualTo(5 / 3.0).Within(1e-12));
        Assert.That(cell.GetProperty("groups").EnumerateArray().Select(group => (group.GetProperty("value").GetString(), Math.Round(group.GetProperty("score").GetProperty("estimate").GetDouble(), 6))), Is.EqualTo(new[] { ("safety", 0.375), ("urgent", 0.483333) }));
        Assert.That(summary.GetProperty("roles").GetProperty("judge").GetString(), Is.EqualTo("grader-1"));
        Assert.That(await File.ReadAllTextAsync(PathOf("r", "report.md")), Does.Contain("Further parts: judge grader-1."));
        Assert.That(finished.Output, Does.Contain("judge: grader-1"));
        AssertSucceeded(await CallAsync("report", "r"));
        Assert.That(await File.ReadAllTextAsync(PathOf("r", "report.html")), Does.Contain("Further parts: judge grader-1."));
        Assert.That(await File.ReadAllTextAsync(PathOf("r", "manifest.json")), Does.Contain($"\"roles/judge/endpoint\": \"{judge.Endpoint}"));
    }

    [Test]
    public async Task Without_verdicts_there_is_no_score()
    {
        judge.Says = static _ => "It depends.";
        var finished = await CallAsync(HealthBench());
        Assert.That(finished.Code, Is.EqualTo(3));
        Assert.That(finished.Output, Does.Contain("withheld").And.Contain("failed 3; together 3"));
    }

    private string[] HealthBench() =>
        ["run", "--benchmark", "healthbench", "--data", "main=health.jsonl", "--endpoint", Server.Endpoint, "--model", "stub", "--role", $"judge=grader-1@{judge.Endpoint}", "--out", "r"];
}
