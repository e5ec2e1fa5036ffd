using System.Text.Json;
using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class RunTests : CommandFixture
{
    [TestCaseSource(nameof(Ladder))]
    public async Task A_run_accounts_for_every_sample_and_a_second_one_sends_nothing(string strategy)
    {
        var finished = await CallAsync(Run("r", strategy));
        AssertSucceeded(finished);
        var results = Results("r").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var requests = Server.Requests;
        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(PathOf("r")).Select(Path.GetFileName), Is.SupersetOf(new[] { "manifest.json", "journal.jsonl", "results.jsonl", "summary.json", "report.md" }));
            Assert.That(results, Has.Count.EqualTo(Count));
            Assert.That(results.Select(result => result.GetProperty("id").GetString()), Is.Ordered.And.Unique);
            Assert.That(results.Select(result => result.GetProperty("scores")[0].GetProperty("outcome").GetString()), Is.All.AnyOf("correct", "incorrect"));
            Assert.That(Summary("r").GetProperty("complete").GetBoolean());
            Assert.That(JournaledReplies("r"), Is.EquivalentTo(Server.Answered.Keys), "every answer is on disk, and none was paid twice");
            Assert.That(requests, Is.EqualTo(Server.Answered.Count));
            Assert.That(finished.Output, Does.Contain(strategy).And.Contain($"usage: {requests} calls, ").And.Contain("run folder: "));
        });
        var before = Results("r");
        AssertSucceeded(await CallAsync(Run("r", strategy)));
        AssertSucceeded(await CallAsync("resume", "r"));
        Assert.That(Server.Requests, Is.EqualTo(requests));
        Assert.That(Results("r"), Is.EqualTo(before));
    }

    [TestCaseSource(nameof(Ladder))]
    public async Task Results_are_the_same_bytes_at_every_concurrency(string strategy)
    {
        Server.Spread = 5;
        AssertSucceeded(await CallAsync(Run("one", strategy, 1)));
        var (first, requests) = (Results("one"), Server.Requests);
        AssertSucceeded(await CallAsync(Run("many", strategy, 64)));
        Assert.That(Results("many"), Is.EqualTo(first));
        Assert.That(Server.Answered.Values, Is.All.EqualTo(2), "both runs asked the same");
        Assert.That(Server.Requests, Is.EqualTo(2 * requests));
    }

    [Test]
    public async Task With_json_standard_output_holds_the_summary_and_nothing_else()
    {
        var finished = await CallAsync(Run("r", "zero-shot", 8, "--json"));
        AssertSucceeded(finished);
        Assert.That(finished.Output, Is.EqualTo(await File.ReadAllTextAsync(PathOf("r", "summary.json"))));
        using var summary = JsonDocument.Parse(finished.Output);
        Assert.That(summary.RootElement.GetProperty("total").GetInt32(), Is.EqualTo(Count));
    }

    [Test]
    public async Task Vectors_come_from_the_named_model_and_are_kept()
    {
        var finished = await CallAsync(Run("r", "cot-knn", 8, "--embeddings", $"embedder@{Server.Endpoint}"));
        AssertSucceeded(finished);
        Assert.That(Server.Embedders, Is.EqualTo(new[] { "embedder" }));
        Assert.That(finished.Output, Does.Match($"usage: {Server.Requests + Server.Embeddings} calls\\n").And.Contain($"  of these for vectors (openai-compatible/embedder/): {Server.Embeddings} calls\n"), "the server does not say how many tokens it read");
        var (before, vectors) = (Results("r"), Server.Embeddings);
        AssertSucceeded(await CallAsync("resume", "r"));
        Assert.That((Results("r"), Server.Embeddings), Is.EqualTo((before, vectors)));
        AssertSucceeded(await CallAsync(Run("built-in", "cot-knn")));
        Assert.That((Server.Embeddings, Results("built-in") == before), Is.EqualTo((vectors, false)), "other vectors, other exemplars");
        Assert.That((await CallAsync("run", "--benchmark", "medbench-mini", "--embeddings", "embedder", "--out", "x")).Errors, Does.Contain("The embedding model needs an endpoint. Write --embeddings embedder@URL, or add --endpoint URL."));
    }

    // Of two critical patients NEWS2 gives the first 12 of 20 points, 9 without oxygen saturation, and the second 6; levels 2 and 3 of the ESI reach one half as well.
    [TestCase("triage-news2", 5)]
    [TestCase("triage-news2-as-published", 4)]
    [TestCase("triage-esi", 4)]
    public async Task A_clinical_score_answers_in_the_place_of_a_model(string score, int right)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "ed-triage.csv"), PathOf("test.csv"));
        AssertSucceeded(await CallAsync("run", "--benchmark", "ed-triage-critical", "--data", "test=test.csv", "--model", score, "--out", "r"));
        var cell = Summary("r").GetProperty("cells")[0];
        Assert.That((cell.GetProperty("model").GetString(), cell.GetProperty("outcomes").GetProperty("correct").GetInt32()), Is.EqualTo((score, right)));
        Assert.That(Server.Requests, Is.Zero);
    }

    [Test]
    public async Task The_embedded_reader_answers_without_an_endpoint()
    {
        AssertSucceeded(await CallAsync("run", "--benchmark", "medbench-mini", "--limit", "7", "--out", "r"));
        Assert.That(Results("r").Count(character => character == '\n'), Is.EqualTo(7));
        Assert.That(Server.Requests, Is.Zero);
    }

    [Test]
    public async Task The_key_reaches_the_server_and_no_file()
    {
        AssertSucceeded(await CallAsync(Run("r", "zero-shot", 8, "--api-key-env", "MEDBENCH_TEST_KEY")));
        Assert.That(Server.Authorizations, Is.EqualTo(new[] { "Bearer the-key-of-the-test" }));
        foreach (var file in Directory.GetFiles(PathOf("r")))
        {
            Assert.That(await File.ReadAllTextAsync(file), Does.Not.Contain("the-key-of-the-test"), file);
        }
    }

    [Test]
    public async Task Several_strategies_make_one_table_with_the_change_from_rung_to_rung()
    {
        var finished = await CallAsync(Run("r", "zero-shot", 8, "--strategy", "few-shot", "--epochs", "2", "--limit", "5"));
        AssertSucceeded(finished);
        Assert.That(Summary("r").GetProperty("cells").EnumerateArray().Select(cell => (cell.GetProperty("strategy").GetString(), cell.GetProperty("samples").GetInt32())), Is.EqualTo(new[] { ("zero-shot", 10), ("few-shot", 10) }));
    }
}
