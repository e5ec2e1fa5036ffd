using MedBench.Benchmarks;
using MedBench.Fhir;
using MedBench.Testing;

namespace MedBench.Docs.Tests;

/// <summary>The code blocks of the page on records, compiled and run.</summary>
public sealed class FhirSnippets
{
    private string before = "";

    [SetUp]
    public void WorkInAFolderWithRecords()
    {
        before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(Directory.CreateTempSubdirectory("medbench-docs-").FullName);
        Directory.CreateDirectory("data/medagentbench");
        Directory.CreateDirectory("data/ward");
        File.WriteAllText("data/medagentbench/test_data_v2.json", """[{"id":"task1_1","instruction":"Who is Ada Lindqvist?","context":"","sol":["p1"],"eval_MRN":"p1"}]""");
        File.WriteAllText("data/medagentbench/funcs_v1.json", "[]");
        File.WriteAllText("data/medagentbench/records.ndjson", """{"resourceType":"Patient","id":"p1","name":[{"family":"Lindqvist"}]}""");
        File.WriteAllText("data/ward/chart.ndjson", """{"resourceType":"Observation","id":"o1","status":"final","code":{"coding":[{"code":"K"}]},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2024-03-01","valueQuantity":{"value":4.1}}""");
    }

    [TearDown]
    public void Return() => Directory.SetCurrentDirectory(before);

    [Test]
    public async Task An_agent_is_evaluated()
    {
        IModelClient model = new ScriptedModelClient("GET http://localhost:8080/fhir/Patient?name=Lindqvist", """FINISH(["p1"])""");
        #region run-medagentbench
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new MedAgentBench(), DatasetSource.Folder("data/medagentbench"), "v2-patients")],
            Models = [model],
        };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = "runs/agent" });
        Console.WriteLine($"success rate {summary.Cells[0].Score?.Estimate:P1}");
        #endregion
        Assert.That(summary.Cells[0].Score?.Estimate, Is.EqualTo(1));
    }

    [Test]
    public void The_full_records_are_named()
    {
        IModelClient model = new LexicalReader();
        #region full-records
        using var records = new FhirServerClient(new Uri("http://localhost:8080/fhir/"), new FhirServerClientOptions { Id = "jyxsu6/medagentbench" });
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new MedAgentBench(), DatasetSource.Folder("data/medagentbench"))],
            Models = [model],
            Roles = new Dictionary<string, IModelClient> { [ModelRole.Records] = records },
        };
        #endregion
        Assert.That(plan.Roles["records"].Info.IsSystem);
    }

    [Test]
    public async Task Records_of_ones_own_are_asked()
    {
        #region own-records
        var store = await FhirStore.LoadAsync([DatasetSource.Folder("data/ward").Find("records", ["*.ndjson"])!]);
        await using var records = new EmbeddedFhirClient(store);
        var models = new TestModelAccess { Models = { [ModelRole.Records] = records } };

        var reply = await models.AskRecordsAsync(FhirRequest.Get("Observation?patient=p1&code=K&date=ge2024-01-01"), "look-up");
        Console.WriteLine($"{reply.Status}: {reply.Body}");
        #endregion
        Assert.That(reply.Body, Does.Contain("\"value\": 4.1"));
    }
}
