using System.Text.Json;
using MedBench.Running;

namespace MedBench.Chaos.Storage;

/// <summary>A disk that fails at its N-th operation stops the run with one clear error, and the run is continued to the same bytes; for every N.</summary>
[FailureMode(17)]
public sealed class FullDiskTests : StorageFixture
{
    [Test]
    public async Task The_disk_fails_at_each_operation()
    {
        await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel()), CrashPlan.Options(At("whole")));
        var (baseline, stopped, count) = (Hash(At("whole")), 0, int.MaxValue);
        for (var failing = 1; failing <= count; failing++)
        {
            var folder = At($"full-{failing}");
            var disk = new FailingDisk(failing);
            var yielded = new List<string>();
            try
            {
                await foreach (var result in new EvaluationRunner(TimeProvider.System, disk).StreamAsync(CrashPlan.Create(NewModel()), CrashPlan.Options(folder)))
                {
                    yielded.Add($"{result.Strategy}/{result.Id}");
                }

                count = disk.Operations; // Nothing failed any more: the sweep is through.
            }
            catch (RunStoppedException exception)
            {
                stopped++;
                Assert.That(exception.Message, Does.Contain("No space left on device").And.Contain("run the plan again"));
                Assert.That(Recorded(folder), Is.SupersetOf(yielded), "A result was counted that is not on disk.");
            }

            await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel()), CrashPlan.Options(folder));
            Assert.That(Hash(folder), Is.EqualTo(baseline), $"operation {failing}");
        }

        Figure.Print(17, $"disk failing at operation 1 to {stopped}: {stopped}/{stopped} stopped with one error and continued to the same bytes");
        Assert.That(stopped, Is.GreaterThan(10));
    }

    /// <summary>Reads the results that a later session would find; what is torn stands at the end and is none.</summary>
    private static List<string> Recorded(string folder)
    {
        var journal = Path.Combine(folder, "journal.jsonl");
        return File.Exists(journal)
            ? [.. JournalReader.ReadLines(journal).Where(line => line.AsSpan().StartsWith("{\"t\":\"sample\""u8))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("r")).Select(result => $"{result.GetProperty("strategy").GetString()}/{result.GetProperty("id").GetString()}")]
            : [];
    }
}
