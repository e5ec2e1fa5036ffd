using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

public sealed class FilePathTests : RunBench
{
    [TestCase("")]
    [TestCase("..")]
    [TestCase("../mask.txt")]
    [TestCase("a\\b")]
    [TestCase("c:mask")]
    public async Task A_name_that_leads_out_of_the_run_folder_is_refused(string name)
    {
        var plan = Plan(new TextExam(), ScriptedModel.Silent("nobody")) with { Strategies = [new Keeping(name)] };
        var results = await RunAsync(plan);
        Assert.That(results.Values.Select(result => result.Error), Is.All.Contains("is not a plain file name"));
    }

    [Test]
    public async Task Samples_do_not_share_files()
    {
        await RunAsync(Plan(new TextExam(), ScriptedModel.Silent("nobody")) with { Strategies = [new Keeping("note.txt")] });
        var files = Directory.GetFiles(Path.Combine(Folder, "files"), "note.txt", SearchOption.AllDirectories);
        Assert.That(files.Select(File.ReadAllText), Is.EquivalentTo(["q1", "q2"]));
    }

    [NotDiscoverable]
    private sealed class Keeping(string name) : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "keeping", Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            await File.WriteAllTextAsync(models.GetFilePath(name), input.Id, cancellationToken);
            return new Unanswered(Outcome.Abstained);
        }
    }
}
