using System.Text.Json.Nodes;
using MedBench.Running;

namespace MedBench.Chaos.Storage;

/// <summary>A folder belongs to one run of one plan.</summary>
public sealed class FolderTests : StorageFixture
{
    [Test]
    [FailureMode(21)]
    public async Task A_second_process_is_refused_and_names_the_first()
    {
        var rounds = Scale.Of(quick: 3, full: 50);
        for (var round = 0; round < rounds; round++)
        {
            var folder = At($"owned-{round}");
            using (RunFolder.Open(folder, Disk.Default))
            {
                var (exitCode, _) = await HostAsync("try", folder);
                Assert.That(exitCode, Is.EqualTo(3), "The second process must be refused.");
                var error = Assert.Throws<RunConflictException>(() => RunFolder.Open(folder, Disk.Default).Dispose())!;
                Assert.That(error.Message, Does.Contain($"process {Environment.ProcessId}"));
            }

            var (afterwards, _) = await HostAsync("try", folder);
            Assert.That(afterwards, Is.Zero, "A lock that its owner left must be free.");
        }

        Figure.Print(21, $"{rounds}/{rounds}: one process runs, the second is refused, and the folder is free when its owner is gone");
    }

    [Test]
    [FailureMode(22)]
    public async Task Each_recorded_field_changed_alone_is_refused_with_a_difference()
    {
        var manifest = Path.Combine(At("run"), "manifest.json");
        await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel(), samples: 2), CrashPlan.Options(At("run")));
        var original = await File.ReadAllTextAsync(manifest);
        var fields = JsonNode.Parse(original)!["fingerprint"]!.AsObject().Select(pair => pair.Key).ToList();
        foreach (var field in fields)
        {
            var changed = JsonNode.Parse(original)!;
            changed["fingerprint"]![field] = changed["fingerprint"]![field]!.GetValue<string>() + "x";
            await File.WriteAllTextAsync(manifest, changed.ToJsonString());
            var paid = Paid();
            var error = await Assert.ThrowsAsync<RunConflictException>(async () => await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel(), samples: 2), CrashPlan.Options(At("run"))));
            Assert.That((error!.Differences.Count, Paid()), Is.EqualTo((1, paid)), field);
            Assert.That(error.Message, Does.Contain(field));
        }

        Figure.Print(22, $"{fields.Count} recorded fields, each changed alone: {fields.Count}/{fields.Count} refused with the difference");
        Assert.That(fields, Has.Count.GreaterThan(15));
    }
}
