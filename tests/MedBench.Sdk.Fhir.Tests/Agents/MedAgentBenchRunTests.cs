using System.Security.Cryptography;
using System.Text;
using MedBench.Benchmarks;
using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Fhir.Tests.Agents;

/// <summary>Whole runs: the agent behind a chat endpoint on this machine, the records behind FHIR over HTTP, the published tasks where they are at hand.</summary>
public sealed class MedAgentBenchRunTests
{
    private static readonly string Fixture = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "medagentbench");

    [TestCase("v2-patients", 120)]
    [TestCase("v1-patients", 40)]
    public async Task The_published_tasks_of_patients_are_done_by_a_perfect_agent_and_by_no_other(string split, int count)
    {
        using var folder = new TemporaryFolder();
        var players = new Dictionary<string, IModelClient>
        {
            [ModelRole.Subject] = PerfectAgent.Create(),
            ["chatty"] = new ScriptedModelClient(_ => "Let me look that up for you.") { Info = OracleModelClient.WithEveryPower with { Id = "chatty" } },
            ["lost"] = new ScriptedModelClient(_ => "GET http://localhost:8080/fhir/Patient?name=Nobody") { Info = OracleModelClient.WithEveryPower with { Id = "lost" } },
        };
        await using var cast = await LoopbackCast.StartAsync(players, []);
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new MedAgentBench(), ExamData.Published("medagentbench"), split)], Models = [.. players.Keys.Select(cast.Connect)] };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder.Path, "run") });
        Assert.Multiple(() =>
        {
            Assert.That(summary.Cells.Select(cell => (cell.Model, cell.Samples, cell.Score?.Estimate)), Is.EqualTo(new[] { ("subject", (long)count, (double?)1), ("chatty", count, 0), ("lost", count, 0) }));
            Assert.That(summary.Cells[0].Outcomes, Is.EqualTo(new Dictionary<Outcome, long> { [Outcome.Correct] = count }));
            Assert.That(summary.Cells[1].Outcomes, Is.EqualTo(new Dictionary<Outcome, long> { [Outcome.Unparsed] = count }));
            Assert.That(summary.Cells[2].Outcomes, Is.EqualTo(new Dictionary<Outcome, long> { [Outcome.Truncated] = count }));
        });
    }

    [Test]
    public async Task The_published_files_hold_what_the_card_says_and_task_1_is_found_thirty_times_in_thirty()
    {
        var source = ExamData.Published("medagentbench");
        var benchmark = new MedAgentBench();
        var samples = await benchmark.LoadAsync("v2", source).ToListAsync();
        Assert.That((samples.Count, samples.Count(sample => sample.Tags["kind"] == "query"), (await benchmark.LoadAsync("v1", source).CountAsync()), samples.GroupBy(sample => sample.Tags["task"]).All(group => group.Count() == 30)), Is.EqualTo((300, 150, 100, true)));
        foreach (var sample in samples.Where(sample => sample.Tags["task"] == "task1"))
        {
            await using var records = (EmbeddedFhirClient)(await benchmark.CreateRolesAsync("v2-patients", source))[ModelRole.Records];
            var models = new TestModelAccess(PerfectAgent.Create());
            models.Models.Add(ModelRole.Records, records);
            var prediction = await benchmark.DefaultStrategy.PredictAsync(sample.Input, models);
            Assert.That((await benchmark.Scorers[0].ScoreAsync(sample, prediction, models)).Outcome, Is.EqualTo(Outcome.Correct), sample.Input.Id);
        }
    }

    [Test]
    public async Task The_published_prompt_is_sent_byte_for_byte()
    {
        var selection = new BenchmarkSelection(new MedAgentBench(), ExamData.Published("medagentbench"));
        var preview = await PromptPreview.CreateAsync(selection, new MedAgentBench().DefaultStrategy, 0);
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(preview.Messages.Single().Text))), Is.EqualTo(PublishedPromptHash));
    }

    // MedAgentBench_prompt.format(api_base=…, functions=json.dumps(funcs), context=…, question=…) of test_data_v2.json[0], by Python 3.11.
    private const string PublishedPromptHash = "37148604a0bff84b5e865dda73af212cea1e1d4175ce5fe552f57bb0890d2708";

    [Test]
    public async Task The_whole_set_is_not_run_against_empty_charts()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "test_data_v2.json", "funcs_v1.json", "Patient.ndjson" })
        {
            File.Copy(Path.Combine(Fixture, file), Path.Combine(folder.Path, file));
        }

        var subject = PerfectAgent.Create();
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new MedAgentBench(), DatasetSource.Folder(folder.Path))], Models = [subject] };
        var error = await ExamData.ErrorAsync(() => new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder.Path, "run") }));
        Assert.That(error, Does.Contain("the records hold no Observation").And.Contain("choose the split 'v2-patients'"));
        Assert.That(((ScriptedModelClient)subject).Requests, Is.Empty);
    }

    [Test]
    public async Task A_run_that_is_continued_asks_neither_the_agent_nor_the_records_again_and_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var options = new RunOptions { Folder = Path.Combine(folder.Path, "run") };
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(new MedAgentBench(), DatasetSource.Folder(Fixture))], Models = [PerfectAgent.Create()] };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, options);
        var results = await File.ReadAllBytesAsync(Path.Combine(options.Folder, "results.jsonl"));
        var journal = await File.ReadAllBytesAsync(Path.Combine(options.Folder, "journal.jsonl"));
        var silent = new ScriptedModelClient(Array.Empty<string>()) { Info = plan.Models[0].Info };
        await new EvaluationRunner().EvaluateAsync(plan with { Models = [silent] }, options);
        Assert.Multiple(() =>
        {
            Assert.That(summary.Cells[0].Score?.Estimate, Is.EqualTo(1), string.Join(' ', summary.Cells[0].Outcomes));
            Assert.That(silent.Requests, Is.Empty);
            Assert.That(File.ReadAllBytes(Path.Combine(options.Folder, "results.jsonl")), Is.EqualTo(results));
            Assert.That(File.ReadAllBytes(Path.Combine(options.Folder, "journal.jsonl")), Is.EqualTo(journal));
            Assert.That(Encoding.UTF8.GetString(journal), Does.Contain("\"role\":\"records\"").And.Not.Contain("127.0.0.1"), "no port of this session reaches the journal");
            Assert.That(File.ReadAllText(Path.Combine(options.Folder, "manifest.json")), Does.Contain("benchmarks/medagentbench/roles/records/records").And.Contain("benchmarks/medagentbench/files/records/Observation.ndjson"));
        });
    }

    [Test]
    public async Task A_server_that_the_plan_names_goes_before_the_benchmarks_own()
    {
        using var folder = new TemporaryFolder();
        var store = await FhirStore.LoadAsync([DatasetSource.Folder(Fixture).Find("records", ["Patient.ndjson"])!, DatasetSource.Folder(Fixture).Find("records", ["Observation.ndjson"])!]);
        await using var server = EmbeddedFhirServer.Start(store);
        using var client = new FhirServerClient(server.Address, new FhirServerClientOptions { Id = "ours" });
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new MedAgentBench(), DatasetSource.Folder(Fixture))],
            Models = [PerfectAgent.Create()],
            Roles = new Dictionary<string, IModelClient> { [ModelRole.Records] = client },
            Budget = new RunBudget { MaxCalls = 1_000 },
        };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder.Path, "run") });
        Assert.That(summary.Cells[0].Score?.Estimate, Is.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "run", "manifest.json")), Does.Contain("\"roles/records/id\": \"ours\"").And.Not.Contain("embedded-fhir"));
    }

    [Test]
    public async Task A_server_named_in_the_options_is_reached_and_its_links_are_shown_under_the_prompts_address()
    {
        using var folder = new TemporaryFolder();
        var store = await FhirStore.LoadAsync([DatasetSource.Folder(Fixture).Find("records", ["Patient.ndjson"])!, DatasetSource.Folder(Fixture).Find("records", ["Observation.ndjson"])!]);
        await using var server = EmbeddedFhirServer.Start(store, new EmbeddedFhirOptions { PresentedAddress = new Uri("http://127.0.0.1:9/fhir/") });
        var benchmark = new MedAgentBench(new MedAgentBenchOptions { ServerAddress = server.Address });
        var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(benchmark, DatasetSource.Folder(Fixture))], Models = [PerfectAgent.Create()] };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder.Path, "run") });
        Assert.That(summary.Cells[0].Score?.Estimate, Is.EqualTo(1));
    }
}
