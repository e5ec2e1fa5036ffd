using MedBench.Running;

namespace MedBench.Chaos.Storage;

/// <summary>A process killed at any point is continued to the same bytes, and pays again only for what was under way.</summary>
[FailureMode(16)]
public sealed class CrashTests : StorageFixture
{
    private const int VotesAtOnce = 5;
    private const int Killed = 137;

    private string baseline = "";
    private long calls;
    private long points;

    [SetUp]
    public async Task RunUndisturbed()
    {
        var (exitCode, output) = await HostAsync("run", At("undisturbed"), At("undisturbed.ledger"));
        Assert.That(exitCode, Is.Zero);
        (baseline, calls, points) = (Hash(At("undisturbed")), Paid("undisturbed.ledger"), long.Parse(output, null));
    }

    [Test]
    public async Task Killed_at_each_point_of_a_run()
    {
        var step = Math.Max(1, points / Scale.Of(quick: 8, full: int.MaxValue));
        var deaths = await KillAsync("at", [.. Enumerable.Range(1, (int)points).Where(point => point % step == 0)]);
        Figure.Print(16, $"killed at {deaths} of {points} points, {deaths} byte-identical, none paid for twice beyond the calls under way");
        Assert.That(deaths, Is.GreaterThan(Scale.Of(4, 200)));
    }

    [Test]
    public async Task Killed_at_random_instants()
    {
        var random = SeededRandom.Create(42, "instants");
        var deaths = await KillAsync("after", [.. Enumerable.Range(0, Scale.Of(quick: 4, full: 240)).Select(_ => 60 + (int)(random.NextDouble() * 500))]);
        Figure.Print(16, $"killed at {deaths} random instants, {deaths} byte-identical, none paid for twice beyond the calls under way");
        Assert.That(deaths, Is.GreaterThan(0));
    }

    private async Task<int> KillAsync(string how, int[] moments)
    {
        var deaths = 0;
        await Parallel.ForEachAsync(moments, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (moment, _) =>
        {
            var (folder, ledger) = ($"{how}-{moment}-{Guid.NewGuid():N}", $"{how}-{moment}-{Guid.NewGuid():N}.ledger");
            var (exitCode, _) = await HostAsync("run", At(folder), At(ledger), how, moment.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (exitCode != Killed)
            {
                Assert.That(Hash(At(folder)), Is.EqualTo(baseline), "The run was over before the kill.");
                return;
            }

            Interlocked.Increment(ref deaths);
            var lost = Paid(ledger) - Journalled(At(folder));
            var (resumed, _) = await HostAsync("run", At(folder), At(ledger));
            Assert.Multiple(() =>
            {
                Assert.That(resumed, Is.Zero);
                Assert.That(Hash(At(folder)), Is.EqualTo(baseline), $"{how} {moment}");
                Assert.That(lost, Is.InRange(0, CrashPlan.Concurrency * VotesAtOnce), $"{how} {moment}");
                Assert.That(Paid(ledger), Is.EqualTo(calls + lost), $"{how} {moment}");
            });
        });
        return deaths;
    }

    private static long Journalled(string folder)
        => Path.Combine(folder, "journal.jsonl") is var journal && File.Exists(journal) ? JournalReader.Read(journal).Calls.Count : 0;
}
