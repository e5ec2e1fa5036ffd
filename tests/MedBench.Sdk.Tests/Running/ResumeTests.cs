using System.Text;

namespace MedBench.Tests.Running;

public sealed class ResumeTests : RunFixture
{
    private static IPromptStrategy[] Ladder => [OpenMedLm.ZeroShot(), OpenMedLm.Ensemble(new OpenMedLmOptions { Votes = 3 })];

    [Test]
    public async Task A_run_cancelled_after_any_call_ends_like_one_never_cancelled_and_pays_nothing_twice()
    {
        var whole = FunctionModel.MostlyRight();
        await RunAsync(Plan(whole, 6, Ladder), "whole");
        var expected = Hash("whole");
        for (var k = 1; k < whole.Calls; k += 3)
        {
            using var cancellation = new CancellationTokenSource();
            var paid = 0;
            var model = Paying(() =>
            {
                if (Interlocked.Increment(ref paid) == k)
                {
                    cancellation.Cancel();
                }
            });
            Assert.That(async () => await RunAsync(Plan(model, 6, Ladder), $"k{k}", 1, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
            var again = Paying(() => paid++);
            await RunAsync(Plan(again, 6, Ladder), $"k{k}", 1);
            Assert.That(Hash($"k{k}"), Is.EqualTo(expected), $"cancelled after call {k}");
            Assert.That(paid, Is.EqualTo(whole.Calls), $"cancelled after call {k}");
        }
    }

    [Test]
    public async Task A_journal_cut_at_any_byte_is_repaired()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 2), "whole", 1);
        var (expected, journal) = (Hash("whole"), await File.ReadAllBytesAsync(Path.Combine(Folder("whole"), "journal.jsonl")));
        for (var length = 0; length < journal.Length; length += 7)
        {
            var folder = Directory.CreateDirectory(Folder("cut"));
            File.Copy(Path.Combine(Folder("whole"), "manifest.json"), Path.Combine(folder.FullName, "manifest.json"));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "journal.jsonl"), journal[..length]);
            var model = FunctionModel.MostlyRight();
            await RunAsync(Plan(model, 2), "cut", 1);
            Assert.That(Hash("cut"), Is.EqualTo(expected), $"cut after {length} bytes");
            Assert.That(model.Calls, Is.EqualTo(2 - Count(journal.AsSpan(0, length), "{\"t\":\"call\"")), $"cut after {length} bytes");
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task A_damaged_line_is_named()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 3), concurrency: 1);
        var path = Path.Combine(Folder("run"), "journal.jsonl");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[Array.IndexOf(bytes, (byte)'\n') + 40] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.That(async () => await RunAsync(Plan(FunctionModel.MostlyRight(), 3)), Throws.InstanceOf<InvalidDataException>()
            .With.Message.EndsWith("journal.jsonl, line 2: the record is damaged. Delete that line to have its call or sample repeated, then run again."));
    }

    [Test]
    public async Task Failed_samples_are_counted_apart_and_tried_again()
    {
        var down = new FunctionModel((request, _) => FunctionModel.CaseNumber(request.Messages[^1].Text) == 2
            ? throw new ModelException(ModelErrorKind.BadRequest, "The endpoint rejects this request.")
            : Task.FromResult(FunctionModel.Answer("B")));
        var first = await RunAsync(Plan(down, 4));
        Assert.Multiple(() =>
        {
            Assert.That(first.IsComplete, Is.False);
            Assert.That((first.Finished, first.Failed), Is.EqualTo((3L, 1L)));
            Assert.That(first.Cells[0].Denominator, Is.EqualTo(3));
            Assert.That(ResultLines()[2], Does.Contain("\"outcome\":\"failed\"").And.Contain("The endpoint rejects this request."));
        });
        var up = new FunctionModel(_ => "B");
        var second = await RunAsync(Plan(up, 4));
        Assert.That(up.Calls, Is.EqualTo(1));
        Assert.That(second.IsComplete);
    }

    [Test]
    public async Task A_report_written_again_keeps_what_failed_until_it_is_mended()
    {
        var down = new FunctionModel((request, _) => FunctionModel.CaseNumber(request.Messages[^1].Text) == 2
            ? throw new ModelException(ModelErrorKind.BadRequest, "The endpoint rejects this request.")
            : Task.FromResult(FunctionModel.Answer("B")));
        await RunAsync(Plan(down, 4));
        var report = await File.ReadAllTextAsync(Path.Combine(Folder("run"), "report.md"));
        RunReader.WriteReport(Folder("run"));
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(Folder("run"), "report.md")), Is.EqualTo(report));
            Assert.That(RunReader.ReadResults(Folder("run")).Select(result => result.Error is null), Is.EqualTo([true, true, false, true]));
            Assert.That(RunReader.ReadFingerprint(Folder("run"))["benchmarks/letters/count"], Is.EqualTo("4"));
        });
        await RunAsync(Plan(new FunctionModel(_ => "B"), 4));
        Assert.That(RunReader.ReadSummary(Folder("run")) is { IsComplete: true, Failed: 0 });
    }

    [Test]
    public async Task A_second_run_in_the_same_folder_is_refused()
    {
        var entered = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var slow = new FunctionModel(async (_, _) =>
        {
            entered.TrySetResult();
            await gate.Task;
            return FunctionModel.Answer("A");
        });
        var first = RunAsync(Plan(slow, 2));
        await entered.Task;
        Assert.That(async () => await RunAsync(Plan(FunctionModel.MostlyRight(), 2)), Throws.InstanceOf<RunConflictException>().With.Message.Contains($"is in use by process {Environment.ProcessId}"));
        gate.SetResult();
        await first;
    }

    private static FunctionModel Paying(Action pay) => new(prompt =>
    {
        pay();
        var number = FunctionModel.CaseNumber(prompt);
        return number % 4 == 3 ? "The answer is A" : $"The answer is {LetterBenchmark.RightLetter(number)}";
    });

    private static int Count(ReadOnlySpan<byte> journal, string start)
    {
        var whole = journal[..(journal.LastIndexOf((byte)'\n') + 1)];
        return Encoding.UTF8.GetString(whole).Split('\n').Count(line => line.StartsWith(start, StringComparison.Ordinal));
    }
}
