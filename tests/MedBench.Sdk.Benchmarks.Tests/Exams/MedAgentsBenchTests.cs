using MedBench.Benchmarks.Tests.EndToEnd;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class MedAgentsBenchTests : PublishedBenchmarkSpecification
{
    private const string Predictions = """
        dataset,model,method,realidx,gold,predicted,prompt_tokens,completion_tokens,seconds
        medqa,m,zero_shot,x-1,B,B,10,1,0.5
        medqa,m,zero_shot,5,A,C,10,1,0.5
        medqa,m,zero_shot,6,B,,10,1,0.5
        medqa,m,cot,x-1,B,B,10,1,0.5
        medqa,m,cot,5,A,A,10,1,0.5
        medqa,m,cot,6,B,A,10,1,0.5
        """;

    private string folder = "";

    [TearDown]
    public void DeleteFolder()
    {
        if (folder.Length > 0)
        {
            Directory.Delete(folder, recursive: true);
            folder = "";
        }
    }

    [Test]
    public async Task Recorded_predictions_become_an_ordinary_run_with_the_accuracy_of_the_table()
    {
        var predictions = await RecordedPredictions.ReadAsync([ExamData.File("p.csv", Predictions)]);
        folder = Directory.CreateTempSubdirectory("medbench-recorded-").FullName;
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new MedAgentsBench(), CreateSource())],
            Models = [RecordedPredictions.CreateModel("m")],
            Strategies = [predictions.CreateStrategy("m", "zero_shot"), predictions.CreateStrategy("m", "cot")],
        };
        var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder, "run") });
        var table = predictions.Tabulate();
        Assert.Multiple(() =>
        {
            Assert.That(summary.Cells.Select(cell => cell.Score!.Value.Estimate), Is.EqualTo([table.Find("medqa", "m", "zero_shot")!.Accuracy.Estimate, table.Find("medqa", "m", "cot")!.Accuracy.Estimate]));
            Assert.That(summary.Cells.Select(cell => (cell.Strategy, cell.Calls, cell.Outcomes.GetValueOrDefault(Outcome.Unparsed))), Is.EqualTo([("recorded-zero-shot", 0L, 1L), ("recorded-cot", 0L, 0L)]));
            Assert.That(summary.Comparisons, Is.Not.Empty);
        });
    }

    [TestCase("medqa", 100)]
    [TestCase("pubmedqa", 100)]
    [TestCase("medmcqa", 100)]
    [TestCase("mmlu", 73)]
    [TestCase("mmlu-pro", 100)]
    public async Task The_published_sets_are_read_and_the_recorded_golds_are_theirs(string set, int count)
    {
        var source = ExamData.Published("medagentsbench");
        var golds = (await new MedAgentsBench().LoadAsync(set, source).ToListAsync()).ToDictionary(sample => sample.Input.Id, ExamData.Gold);
        Assert.That(golds, Has.Count.EqualTo(count));
        var recorded = await RecordedPredictions.ReadAsync([source.Find("", ["predictions_test_hard.csv"])!]);

        // MedAgents numbers its rows from 0 where all others name the item.
        var items = recorded.Items.Where(item => item.Dataset == set).ToLookup(item => item.Method is "medagents" or "MedAgents:syn_verif");
        Assert.That(items[false].Where(item => golds[item.Id] != item.Gold), Is.Empty);
        Assert.That(items[true].Where(item => golds.Values.ElementAt(int.Parse(item.Id, System.Globalization.CultureInfo.InvariantCulture)) != item.Gold), Is.Empty);
    }

    protected override IBenchmark CreateBenchmark() => new MedAgentsBench();
}
