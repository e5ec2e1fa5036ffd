using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

/// <summary>What comes of a run whose server limits, breaks, refuses or stops.</summary>
public sealed class FaultTests : CommandFixture
{
    [TestCase("zero-shot")]
    [TestCase("cot-knn")]
    public async Task Faults_change_no_result_and_no_answer_is_lost_or_paid_twice(string strategy)
    {
        AssertSucceeded(await CallAsync(Run("calm", strategy)));
        var calm = Server.Requests;
        Server.Faults = (hash, attempt) => attempt > 2 ? Fault.None : (hash / 7 % 6) switch
        {
            0 => Fault.TooManyRequests,
            1 => Fault.ServerError,
            2 => Fault.Drop,
            _ => Fault.None,
        };
        AssertSucceeded(await CallAsync(Run("rough", strategy)));
        Assert.Multiple(() =>
        {
            Assert.That(Results("rough"), Is.EqualTo(Results("calm")));
            Assert.That(Server.Answered.Values, Is.All.EqualTo(2));
            Assert.That(Server.Requests, Is.GreaterThan(2 * calm), "no fault was met");
        });
    }

    [Test]
    public async Task An_endpoint_that_does_not_answer_is_named_while_the_run_waits_for_it()
    {
        Server.Faults = (_, attempt) => attempt > 2 ? Fault.None : Fault.Drop;
        var finished = await CallAsync(Run("r", "zero-shot", 2));
        AssertSucceeded(finished);
        var notices = finished.Complaints.Where(line => line.StartsWith("stub does not answer (", StringComparison.Ordinal)).ToList();
        // Two calls are repeated for each sample; a notice follows another only after ten seconds, which a busy machine may take.
        Assert.That(notices.Count, Is.InRange(1, Count / 2), finished.Errors);
        Assert.That(notices[0], Does.Match(@"^stub does not answer \([a-z_]+, attempt 1\); asked again in \d+\.\d s\. Ctrl\+C stops; the run can be continued\.$"));
    }

    [Test]
    public async Task A_refused_key_stops_the_run_with_one_line_and_the_run_goes_on_once_it_is_accepted()
    {
        Server.Faults = (_, _) => Fault.Unauthorized;
        var refused = await CallAsync(Run("r", "few-shot", 2));
        Assert.Multiple(() =>
        {
            Assert.That((refused.Code, refused.Complaints.Count), Is.EqualTo((3, 1)), refused.Errors);
            Assert.That(refused.Errors, Does.Contain("replied 401 (test): no answer today.").And.Contain("Check the API key and its rights."));
            Assert.That(Server.Requests, Is.LessThanOrEqualTo(2));
        });
        Server.Faults = (_, _) => Fault.None;
        AssertSucceeded(await CallAsync("resume", "r"));
        Assert.That(Summary("r").GetProperty("finished").GetInt32(), Is.EqualTo(Count));
    }

    [Test]
    public async Task A_run_that_reaches_its_budget_says_so_and_is_continued_by_the_same_command()
    {
        var first = await CallAsync(Run("r", "zero-shot", 3, "--max-calls", "5"));
        Assert.Multiple(() =>
        {
            Assert.That((first.Code, first.Complaints.Count), Is.EqualTo((3, 1)), first.Errors);
            Assert.That(first.Complaints[0], Does.StartWith($"Incomplete: 5 of {Count} samples, 0 failed. The budget of 5 calls is spent.").And.EndsWith("Continue with: medbench resume r"));
            Assert.That(Server.Requests, Is.EqualTo(5));
        });
        Assert.That((await CallAsync(Run("r", "zero-shot", 3, "--max-calls", "5"))).Code, Is.EqualTo(3));
        AssertSucceeded(await CallAsync(Run("r", "zero-shot", 3, "--max-calls", "5")));
        Assert.That(Server.Requests, Is.EqualTo(Count));
    }

    [Test]
    public async Task A_resumed_run_keeps_its_budget_unless_it_is_given_another()
    {
        Assert.That((await CallAsync(Run("r", "zero-shot", 3, "--max-calls", "2"))).Code, Is.EqualTo(3));
        Assert.That((await CallAsync("resume", "r")).Code, Is.EqualTo(3));
        Assert.That(Server.Requests, Is.EqualTo(4), "two calls more");
        AssertSucceeded(await CallAsync("resume", "r", "--max-calls", "1000"));
        Assert.That(Server.Requests, Is.EqualTo(Count));
    }

    [Test]
    public async Task A_score_over_the_failure_budget_is_withheld_until_the_run_is_resumed()
    {
        const string Reason = "1 of 12 samples failed (8.333 %), more than the 5 % that the plan allows; run it again to repeat them.";
        AssertSucceeded(await CallAsync(Run("calm", "zero-shot")));
        Server.Faults = RejectOne();
        var withheld = await CallAsync(Run("r", "zero-shot", 1));
        var compared = await CallAsync("compare", "calm", "r");
        Server.Faults = RejectOne();
        var allowed = await CallAsync(Run("allowed", "zero-shot", 1, "--failure-budget", "0.1"));
        Server.Faults = RejectOne();
        var stillAllowed = await CallAsync("resume", "allowed");
        Server.Faults = (_, _) => Fault.None;
        var resumed = await CallAsync("resume", "r");
        AssertSucceeded(resumed);
        Assert.Multiple(() =>
        {
            Assert.That(withheld.Output, Does.Contain(" withheld ").And.Contain($"failed 1; together {Count}").And.Contain($"The score is withheld, and so is every change from or to it: {Reason}"));
            Assert.That(compared.Code, Is.EqualTo(3));
            Assert.That(compared.Output, Does.Contain($"the difference is withheld{Environment.NewLine}  second: {Reason}").And.Not.Contain("points"));
            Assert.That(new[] { allowed, stillAllowed }.Select(run => (run.Code, run.Output.Contains("withheld", StringComparison.Ordinal))), Is.All.EqualTo((3, false)));
            Assert.That(resumed.Output, Does.Not.Contain("withheld").And.Contain($"; together {Count}"));
        });
    }

    [Test]
    public async Task A_failed_sample_is_named_counted_apart_and_tried_again()
    {
        Server.Faults = RejectOne();
        var partly = await CallAsync(Run("r", "zero-shot", 1));
        Assert.That((partly.Code, partly.Complaints.Count), Is.EqualTo((3, 1)), partly.Errors);
        Assert.That(partly.Complaints[0], Does.StartWith($"Incomplete: {Count - 1} of {Count} samples, 1 failed. First error, sample test-00001: ").And.Contain("replied 400"));
        Server.Faults = (_, _) => Fault.None;
        AssertSucceeded(await CallAsync(Run("r", "zero-shot", 1)));
        Assert.That(Server.Answered.Values, Is.All.EqualTo(1));
    }

    /// <summary>Rejects the first request that comes, and all that are equal to it.</summary>
    private static Func<ulong, int, Fault> RejectOne()
    {
        var broken = 0UL;
        return (hash, _) => Interlocked.CompareExchange(ref broken, hash, 0) is var first && (first == 0 || first == hash) ? Fault.BadRequest : Fault.None;
    }
}
