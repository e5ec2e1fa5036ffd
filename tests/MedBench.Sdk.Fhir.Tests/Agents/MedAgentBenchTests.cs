using MedBench.Benchmarks;
using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Fhir.Tests.Agents;

public sealed class MedAgentBenchTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new MedAgentBench();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => PerfectAgent.Create();

    protected override Prediction CreateRightPrediction(Sample sample) => Records.PlayAsync(sample, PerfectAgent.Reply, CreateSource()).GetAwaiter().GetResult();

    [Test]
    public async Task The_prompt_is_the_published_one()
    {
        var preview = await PromptPreview.CreateAsync(new BenchmarkSelection(CreateBenchmark(), CreateSource()), CreateBenchmark().DefaultStrategy, 2);
        Assert.Multiple(() =>
        {
            Assert.That(preview.Messages.Select(message => message.Role), Is.EqualTo([ChatRole.User]));
            Assert.That(preview.Options!.Temperature, Is.Zero);
            Assert.That(preview.Messages[0].Text, Does.StartWith("You are an expert in using FHIR functions to assist medical professionals. You are given a question and a set of possible functions."));
            Assert.That(preview.Messages[0].Text, Does.Contain("that you can invoke. Note that you should use http://localhost:8080/fhir/ as the api_base.\n[{\"name\": \"GET {api_base}/Patient\", \"description\": \"Finds patients \\u2013 by name, birth date or record number.\", \"parameters\": {\"type\": \"object\""));
            Assert.That(preview.Messages[0].Text, Does.EndWith("\n\nContext: The clock says 2023-11-13T10:15:00+00:00. Whole years, rounded down.\nQuestion: Tell me the age of S9000001."));
        });
    }

    [Test]
    public async Task Record_numbers_and_solutions_reach_no_prompt_on_their_own()
    {
        var samples = await CreateBenchmark().LoadAsync("v2", CreateSource()).ToListAsync();
        var hidden = samples.Single(sample => sample.Input.Id == "task1_1");
        Assert.That(string.Concat(hidden.Input.Context.Select(section => section.Text)) + hidden.Input.Stem, Does.Not.Contain("S9000001"));
    }

    [Test]
    public async Task Tasks_are_tagged_and_those_of_patients_alone_are_a_split()
    {
        var (all, some) = (await CreateBenchmark().LoadAsync("v2", CreateSource()).ToListAsync(), await CreateBenchmark().LoadAsync("v2-patients", CreateSource()).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', all.GroupBy(sample => sample.Tags["kind"]).Select(group => $"{group.Key} {group.Count()}")), Is.EqualTo("query 10 action 13"));
            Assert.That(some.Select(sample => sample.Tags["task"]).Distinct(), Is.EqualTo(["task1", "task2", "task3", "task8"]));
        });
    }

    [TestCase("""[{"id":"task11_1","instruction":"?","context":""}]""", "field 'id': the id names none of the ten tasks")]
    [TestCase("""[{"id":"task2_1","instruction":"?","context":""}]""", "field 'eval_MRN': the field is missing")]
    [TestCase("""[{"id":"task1_1","instruction":"?","context":"","eval_MRN":"S1"}]""", "field 'sol': the field is missing")]
    [TestCase("""[{"id":"task8_1","instruction":"Refer.","context":"","eval_MRN":"S1"}]""", "field 'instruction': the task quotes no text for the referral")]
    public async Task A_damaged_task_is_named(string json, string problem)
    {
        using var folder = new TemporaryFolder();
        folder.Write("test_data_v2.json", json);
        folder.Write("funcs_v1.json", "[]");
        var error = await Benchmarks.Tests.Exams.ExamData.ErrorAsync(async () => await CreateBenchmark().LoadAsync("v2", DatasetSource.Folder(folder.Path)).CountAsync());
        Assert.That(error, Does.Contain(problem));
    }
}
