using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

public sealed class LungOutlineTests : RunBench
{
    private const string Scan = "0000\n0110\n0110\n";

    [SetUp]
    public void WriteScans()
    {
        Write("cases.txt", "s1\n");
        Write("s1.scan.txt", Scan);
        Write("s1.mask.txt", "....\n.##.\n.##.\n");
    }

    [TestCase("1 1 2 2", 1)]
    [TestCase("1 1 1 2", 2.0 * 2 / (2 + 4))]
    [TestCase("0 0 0 0", 0)]
    public async Task A_box_in_words_becomes_a_mask_and_a_Dice_coefficient(string box, double dice)
    {
        var result = (await RunAsync(OnDisk(ScriptedModel.Saying("box", _ => box))))["s1"];
        Assert.Multiple(() =>
        {
            Assert.That(result.Scores[0].Score.Value, Is.EqualTo(dice), result.Error);
            Assert.That(result.Calls, Is.EqualTo(2));
            Assert.That(Directory.GetFiles(Folder, "mask.txt", SearchOption.AllDirectories), Has.Length.EqualTo(1), "the mask is among the run's files");
        });
    }

    [Test]
    public async Task A_mask_that_the_model_sends_is_read_back_from_the_journal()
    {
        var (line, sent) = (false, 0);
        var model = new ScriptedModel("masks", request => (request.Purpose, line) switch
        {
            ("outline", _) => ScriptedModel.Reply(new DataContent(Encoding.UTF8.GetBytes($"....\n.##.\n.#{(sent++ == 0 ? '#' : '.')}.\n"), "application/octet-stream")),
            (_, false) => ScriptedModel.Fail(),
            _ => ScriptedModel.Text("Yes."),
        });
        var broken = (await RunAsync(OnDisk(model)))["s1"];
        line = true;
        var whole = (await RunAsync(OnDisk(model)))["s1"];
        Assert.Multiple(() =>
        {
            Assert.That(broken.Outcome, Is.EqualTo(Outcome.Failed));
            Assert.That(whole.Scores[0].Score.Value, Is.EqualTo(1), whole.Error);
            Assert.That(sent, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_reply_without_a_mask_is_unparsed()
    {
        var result = (await RunAsync(OnDisk(ScriptedModel.Saying("words", _ => "On the left."))))["s1"];
        Assert.That((result.Outcome, result.Calls), Is.EqualTo((Outcome.Unparsed, 1)));
    }

    [TestCase("s1.mask.txt", "....\n.##.\n.#..\n")]
    [TestCase("s1.scan.txt", "0000\n0110\n0100\n")]
    public async Task A_changed_scan_or_mask_is_another_run(string file, string content)
    {
        await RunAsync(OnDisk(ScriptedModel.Saying("box", _ => "1 1 2 2")));
        Write(file, content);
        await Assert.ThrowsAsync<RunConflictException>(() => RunAsync(OnDisk(ScriptedModel.Silent("box"))));
    }

    [Test]
    public async Task A_missing_scan_is_found_before_any_call()
    {
        File.Delete(Path.Combine(Data, "s1.scan.txt"));
        var exception = (await Assert.ThrowsAsync<DatasetException>(() => RunAsync(OnDisk(ScriptedModel.Silent("box")))))!;
        Assert.That(exception.Message, Does.Contain("s1.scan.txt").And.Contain("missing"));
    }

    [Test]
    public Task A_second_run_sends_nothing() => AssertSecondRunSendsNothing(OnDisk(ScriptedModel.Saying("box", _ => "1 1 2 2")), calls: 2);

    private EvaluationPlan OnDisk(ScriptedModel model) => Plan(new LungOutline(), model, DatasetSource.Folder(Data));

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(Data, name), content);
}
