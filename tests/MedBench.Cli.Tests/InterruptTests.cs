using System.Globalization;
using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

[Platform("Linux")]
public sealed class InterruptTests : CommandFixture
{
    [Test]
    public async Task Ctrl_C_ends_the_run_at_once_with_everything_finished_on_disk()
    {
        Assume.That(IsHeard(), "The shell that started the tests has them ignore Ctrl+C, and so does every program they start.");
        AssertSucceeded(await CallAsync(Run("whole", "cot-knn", 1)));
        var before = Server.Answered.ToDictionary();
        var held = Server.HoldAfter(11);
        using var running = Start(Run("r", "cot-knn", 1));
        await held;
        var ended = await running.InterruptAsync();
        Assert.Multiple(() =>
        {
            Assert.That((ended.Code, ended.Complaints.Count), Is.EqualTo((130, 1)), ended.Errors);
            Assert.That(ended.Complaints[0], Is.EqualTo("Cancelled. Every finished sample is safe; run the same command again to continue."));
            Assert.That(JournaledReplies("r"), Has.Count.EqualTo(11));
        });
        Server.Release();
        AssertSucceeded(await CallAsync(Run("r", "cot-knn", 1)));
        Assert.That(Results("r"), Is.EqualTo(Results("whole")));
        Assert.That(Server.Answered.Sum(pair => pair.Value - before[pair.Key] - 1), Is.LessThanOrEqualTo(1), "one call at most was under way");
    }

    /// <summary>Tells whether SIGINT is ignored here, as in a shell's background jobs; programs inherit that.</summary>
    private static bool IsHeard()
    {
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return (ulong.Parse(ignored.AsSpan("SigIgn:".Length).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & 2) == 0;
    }
}
