using MedBench.Running;

namespace MedBench.Chaos.Storage;

/// <summary>A run that begins with what another one recorded has all of it or has not begun: a part would pass for the whole when the run is continued.</summary>
[FailureMode(16)]
public sealed class RecordedJournalTests : StorageFixture
{
    [Test]
    public async Task A_run_that_is_ended_before_it_has_every_record_begins_anew_and_asks_nobody()
    {
        await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel()), CrashPlan.Options(At("first")));
        var paid = Paid();
        var options = CrashPlan.Options(At("second")) with { RecordedJournal = Path.Combine(At("first"), "journal.jsonl") };
        var plan = CrashPlan.Create(NewModel());
        await Assert.ThrowsAsync<RunStoppedException>(async () => await new EvaluationRunner(TimeProvider.System, new DiskWithoutJournal()).EvaluateAsync(plan, options));
        Assert.That(File.Exists(Path.Combine(At("second"), "journal.jsonl")), Is.False);
        await new EvaluationRunner().EvaluateAsync(plan, options);
        Assert.That((Hash(At("second")), Paid()), Is.EqualTo((Hash(At("first")), paid)));
    }

    private sealed class DiskWithoutJournal : Disk
    {
        public override void Replace(string part, string path)
        {
            if (Path.GetFileName(path) == "journal.jsonl")
            {
                throw new IOException("No space left on device");
            }

            base.Replace(part, path);
        }
    }
}
