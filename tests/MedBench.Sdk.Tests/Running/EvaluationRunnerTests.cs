namespace MedBench.Tests.Running;

public sealed class EvaluationRunnerTests : RunFixture
{
    [Test]
    public async Task Every_sample_is_answered_once_and_counted()
    {
        var model = FunctionModel.MostlyRight();
        var summary = await RunAsync(Plan(model));
        var cell = summary.Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That(summary.IsComplete);
            Assert.That(model.Calls, Is.EqualTo(20));
            Assert.That(cell.Outcomes.Values.Sum(), Is.EqualTo(20));
            // Of the cases 3, 7, 11, 15 and 19 none has the letter A.
            Assert.That(cell.Outcomes[Outcome.Correct], Is.EqualTo(15));
            Assert.That(cell.Score!.Value.Estimate, Is.EqualTo(0.75));
            Assert.That(cell.ReportedModels, Is.EqualTo(["function-2026"]));
            Assert.That(cell.InputTokens, Is.EqualTo(200));
            Assert.That(cell.Groups.Select(group => (group.Value, group.Denominator)), Is.EqualTo([("even", 10), ("odd", 10)]));
        });
    }

    [Test]
    public async Task Results_stand_in_the_order_of_the_samples()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight()), concurrency: 16);
        var ids = RunReader.ReadResults(Folder("run")).Select(result => result.Id).ToList();
        Assert.That(ids, Is.EqualTo(Enumerable.Range(0, 20).Select(i => $"s{i:D4}")));
        Assert.That(ResultLines(), Has.Length.EqualTo(20));
    }

    [Test]
    public async Task A_result_is_on_disk_before_it_is_yielded()
    {
        var options = new RunOptions { Folder = Folder("run"), Concurrency = 3 };
        var seen = 0;
        await foreach (var result in new EvaluationRunner().StreamAsync(Plan(FunctionModel.MostlyRight()), options))
        {
            seen++;
            using var journal = new StreamReader(new FileStream(Path.Combine(Folder("run"), "journal.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            Assert.That(await journal.ReadToEndAsync(), Does.Contain($"\"id\":\"{result.Id}\""));
        }

        Assert.That(seen, Is.EqualTo(20));
    }

    [Test]
    public async Task A_finished_run_is_streamed_again_without_a_call()
    {
        var plan = Plan(FunctionModel.MostlyRight());
        await RunAsync(plan);
        var silent = new FunctionModel(_ => throw new AssertionException("nothing was to be asked"));
        var options = new RunOptions { Folder = Folder("run") };
        var ids = new List<string>();
        await foreach (var result in new EvaluationRunner().StreamAsync(plan with { Models = [silent] }, options))
        {
            ids.Add(result.Id);
        }

        Assert.That(ids, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Epochs_models_and_strategies_multiply()
    {
        var plan = Plan(FunctionModel.MostlyRight(), 5, OpenMedLm.ZeroShot(), OpenMedLm.FewShot()) with { Epochs = 3 };
        plan = plan with { Models = [.. plan.Models, new FunctionModel(_ => "A") { Info = new ModelInfo { Id = "other" } }] };
        var summary = await RunAsync(plan);
        Assert.That(summary.Total, Is.EqualTo(5 * 3 * 2 * 2));
        Assert.That(summary.Cells.Select(cell => (cell.Model, cell.Strategy, cell.Samples)), Is.EqualTo(
            [("function", "zero-shot", 15), ("function", "few-shot", 15), ("other", "zero-shot", 15), ("other", "few-shot", 15)]));
    }

    [Test]
    public async Task Progress_ends_at_the_total_and_never_goes_back()
    {
        var reports = new List<RunProgress>();
        var options = new RunOptions { Folder = Folder("run"), Concurrency = 8, Progress = new Recorder(reports) };
        await new EvaluationRunner().EvaluateAsync(Plan(FunctionModel.MostlyRight()), options);
        Assert.That(reports.Select(report => report.Finished), Is.EqualTo(Enumerable.Range(1, 20).Select(i => (long)i)));
        Assert.That(reports[^1], Has.Property(nameof(RunProgress.Calls)).EqualTo(20).And.Property(nameof(RunProgress.Tokens)).EqualTo(240));
    }

    [Test]
    public async Task Samples_are_read_only_as_fast_as_they_are_answered()
    {
        var gate = new TaskCompletionSource();
        var arrived = new SemaphoreSlim(0);
        var model = new FunctionModel(async (_, _) =>
        {
            arrived.Release();
            await gate.Task;
            return FunctionModel.Answer("A");
        });
        var benchmark = new LetterBenchmark(500);
        var run = RunAsync(new EvaluationPlan { Benchmarks = [new BenchmarkSelection(benchmark)], Models = [model] }, concurrency: 4);
        for (var i = 0; i < 4; i++)
        {
            await arrived.WaitAsync();
        }

        // The first pass reads all 500 to check them; the second may be ahead by what the workers and the channel hold.
        Assert.That(benchmark.Loaded, Is.LessThanOrEqualTo(500 + 4 + 4 + 2));
        gate.SetResult();
        await run;
    }

    private sealed class Recorder(List<RunProgress> reports) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => reports.Add(value);
    }
}
