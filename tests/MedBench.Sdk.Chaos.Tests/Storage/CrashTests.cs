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
        var chosen = Enumerable.Range(1, (int)points).Where(point => point % step == 0).ToList();
        var deaths = await KillAsync(chosen.Select(point => new[] { "at", $"{point}" }));
        Figure.Print(16, $"killed at {deaths} of {points} points, {deaths} byte-identical, none paid for twice beyond the calls under way");
        // Every run passes a point before and after each call; how many more there are depends on how its writes fall together.
        Assert.That(deaths, Is.AtLeast(chosen.Count(point => point <= 2 * calls)).And.GreaterThan(1));
    }

    [Test]
    public async Task Killed_at_random_instants()
    {
        var (random, instants) = (SeededRandom.Create(42, "instants"), Scale.Of(quick: 4, full: 240));
        // At the last point that every run passes at the latest, so that none is over before it is killed, however fast it is.
        var deaths = await KillAsync(Enumerable.Range(0, instants).Select(_ => new[] { "after", $"{60 + (int)(random.NextDouble() * 500)}", $"{2 * calls}" }));
        Figure.Print(16, $"killed at {deaths} random instants, {deaths} byte-identical, none paid for twice beyond the calls under way");
        Assert.That(deaths, Is.EqualTo(instants));
    }

    private async Task<int> KillAsync(IEnumerable<string[]> ends)
    {
        var deaths = 0;
        await Parallel.ForEachAsync(ends.ToList(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (end, _) =>
        {
            var moment = string.Join('-', end);
            var (folder, ledger) = ($"{moment}-{Guid.NewGuid():N}", $"{moment}-{Guid.NewGuid():N}.ledger");
            var (exitCode, _) = await HostAsync(["run", At(folder), At(ledger), .. end]);
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
                Assert.That(Hash(At(folder)), Is.EqualTo(baseline), moment);
                Assert.That(lost, Is.InRange(0, CrashPlan.Concurrency * VotesAtOnce), moment);
                Assert.That(Paid(ledger), Is.EqualTo(calls + lost), moment);
            });
        });
        return deaths;
    }

    private static long Journalled(string folder)
        => Path.Combine(folder, "journal.jsonl") is var journal && File.Exists(journal) ? JournalReader.Read(journal).Calls.Count : 0;
}
