using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

/// <summary>What a run is worth after its process was killed.</summary>
public sealed class CrashTests : CommandFixture
{
    private const int Concurrency = 4;

    // An ensemble asks its five votes at once, so that more answers can be under way to the journal than connections are open.
    [TestCase("zero-shot", 1, Concurrency)]
    [TestCase("zero-shot", 9, Concurrency)]
    [TestCase("few-shot", 5, Concurrency)]
    [TestCase("cot-random", 12, Concurrency)]
    [TestCase("cot-knn", 3, Concurrency)]
    [TestCase("cot-knn", 17, Concurrency)]
    [TestCase("cot-knn", 30, Concurrency)]
    [TestCase("ensemble", 25, 5 * Concurrency)]
    [TestCase("ensemble", 60, 5 * Concurrency)]
    public async Task A_run_killed_after_some_answers_ends_like_one_left_alone_and_asks_nothing_twice_that_is_on_disk(string strategy, int answers, int underWay)
    {
        AssertSucceeded(await CallAsync(Run("whole", strategy, Concurrency)));
        var before = Server.Answered.ToDictionary();
        await KillAfterAsync(answers, Run("killed", strategy, Concurrency));
        var journaled = JournaledReplies("killed");
        AssertSucceeded(await CallAsync(Run("killed", strategy, Concurrency)));
        var again = Server.Answered.Where(pair => pair.Value - before[pair.Key] > 1).Select(pair => pair.Key).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Results("killed"), Is.EqualTo(Results("whole")));
            Assert.That(again, Has.Count.LessThanOrEqualTo(underWay));
            Assert.That(again.Intersect(journaled), Is.Empty, "what the journal held was asked again");
            Assert.That(Server.Answered.Values, Is.All.LessThanOrEqualTo(3));
            Assert.That(journaled.Distinct().Count(), Is.EqualTo(journaled.Count).And.LessThanOrEqualTo(answers));
        });
    }

    [Test]
    public async Task A_run_killed_again_and_again_gets_to_its_end()
    {
        AssertSucceeded(await CallAsync(Run("whole", "cot-knn", 1)));
        var before = Server.Answered.ToDictionary();
        for (var kill = 0; kill < 3; kill++)
        {
            await KillAfterAsync(8, Run("killed", "cot-knn", 1));
        }

        AssertSucceeded(await CallAsync("resume", "killed"));
        Assert.That(Results("killed"), Is.EqualTo(Results("whole")));
        Assert.That(Server.Answered.Sum(pair => pair.Value - before[pair.Key] - 1), Is.LessThanOrEqualTo(3), "one call at most was under way at each kill");
    }

    [Test]
    public async Task The_report_of_a_killed_run_counts_what_is_on_disk()
    {
        await KillAfterAsync(9, Run("killed", "zero-shot", 1));
        var report = await CallAsync("report", "killed");
        Assert.Multiple(() =>
        {
            Assert.That(report.Code, Is.EqualTo(3));
            Assert.That(report.Output, Does.Contain("zero-shot").And.Contain("report: "));
            Assert.That(File.Exists(PathOf("killed", "report.md")));
            Assert.That(File.Exists(PathOf("killed", "results.jsonl")), Is.False, "a killed run has no results yet");
        });
    }

    [Test]
    public async Task The_folder_of_a_running_run_is_refused_to_a_second_one()
    {
        var held = Server.HoldAfter(2);
        using var first = Start(Run("r", "zero-shot"));
        await held;
        var second = await CallAsync(Run("r", "zero-shot"));
        Assert.That((second.Code, second.Complaints.Count), Is.EqualTo((2, 1)), second.Errors);
        Assert.That(second.Errors, Does.Contain("is in use by process "));
        Server.Release();
        AssertSucceeded(await first.FinishAsync());
    }

    private async Task KillAfterAsync(int answers, string[] arguments)
    {
        var held = Server.HoldAfter(answers);
        using var running = Start(arguments);
        await held;
        var ended = await running.KillAsync();
        Server.Release();
        Assert.That(ended.Code, Is.Not.Zero, "the run was over before it could be killed");
    }
}
