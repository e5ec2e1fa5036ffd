using MedBench.Running;

namespace MedBench.Tests.Running;

public sealed class FileLockTests : RunFixture
{
    private string At => Folder("place");

    [Test]
    public void A_lock_is_let_go_of_also_where_its_folder_is_gone()
    {
        var folder = Directory.CreateDirectory(Folder("gone")).FullName;
        var held = FileLock.Take("It", Path.Combine(folder, "run"));
        Directory.Delete(folder, recursive: true);
        Assert.That(held.Dispose, Throws.Nothing);
        Directory.CreateDirectory(folder);
        FileLock.Take("It", Path.Combine(folder, "run")).Dispose();
    }

    [Test]
    public void A_lock_holds_also_where_its_owner_cannot_be_written_down()
    {
        Directory.CreateDirectory(At + ".owner"); // Stands for a full disk.
        using (FileLock.Take("It", At))
        {
            Assert.That(() => FileLock.Take("It", At), Throws.InstanceOf<RunConflictException>().With.Message.StartsWith("It is in use by another run."));
        }

        FileLock.Take("It", At).Dispose();
    }

    [Test]
    public void Who_has_not_said_its_name_yet_is_another_run()
    {
        using var held = FileLock.Take("It", At);
        File.WriteAllText(At + ".owner", "");
        Assert.That(() => FileLock.Take("It", At), Throws.InstanceOf<RunConflictException>().With.Message.StartsWith("It is in use by another run."));
    }

    [Test]
    public void A_place_that_is_not_there_is_not_in_use()
        => Assert.That(() => FileLock.Take("It", Path.Combine(Folder("nowhere"), "place")), Throws.InstanceOf<DirectoryNotFoundException>());

    [Test]
    public async Task A_run_that_cannot_begin_lets_go_of_what_it_holds()
    {
        var options = new RunOptions { Folder = Folder("run"), ReplyCachePath = Folder("replies.jsonl"), ExemplarBankPath = Folder("bank.jsonl") };
        var runner = new EvaluationRunner();
        Assert.That(async () => await runner.EvaluateAsync(Plan(FunctionModel.MostlyRight(), 2), options with { Resilience = new ResilienceOptions { MaxAttempts = 0 } }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That((await runner.EvaluateAsync(Plan(FunctionModel.MostlyRight(), 2), options)).IsComplete);
    }
}
