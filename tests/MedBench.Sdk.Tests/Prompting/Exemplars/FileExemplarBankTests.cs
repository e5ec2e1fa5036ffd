using MedBench.Tests.Running;

namespace MedBench.Tests.Prompting.Exemplars;

public sealed class FileExemplarBankTests : RunFixture
{
    [Test]
    public async Task Whoever_waits_for_an_attempt_that_fails_makes_one_of_their_own()
    {
        using var bank = FileExemplarBank.Open(Folder("bank.jsonl"));
        var gate = new TaskCompletionSource();
        var first = bank.GetOrCreateAsync("key", async _ =>
        {
            await gate.Task;
            throw new ModelException(ModelErrorKind.CallLimit, "The first one's limit.");
        });
        var others = Enumerable.Range(0, 3).Select(i => bank.GetOrCreateAsync("key", _ => Task.FromResult<string?>($"of {i}"))).ToList();
        gate.SetResult();
        Assert.That(async () => await first, Throws.InstanceOf<ModelException>());
        Assert.That((await Task.WhenAll(others)).Distinct().Count(), Is.EqualTo(1), "the others share one attempt");
    }

    [Test]
    public async Task Whoever_stops_waiting_leaves_the_attempt_to_the_others()
    {
        using var bank = FileExemplarBank.Open(Folder("bank.jsonl"));
        using var cancellation = new CancellationTokenSource();
        var gate = new TaskCompletionSource<string?>();
        var first = bank.GetOrCreateAsync("key", _ => gate.Task);
        var second = bank.GetOrCreateAsync("key", _ => Task.FromResult<string?>("of the second"), cancellation.Token);
        await cancellation.CancelAsync();
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
        var third = bank.GetOrCreateAsync("key", _ => Task.FromResult<string?>("of the third"));
        gate.SetResult("of the first");
        Assert.That(await Task.WhenAll(first, third), Is.All.EqualTo("of the first"));
    }
}
