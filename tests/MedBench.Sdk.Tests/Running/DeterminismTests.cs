using System.Globalization;

namespace MedBench.Tests.Running;

public sealed class DeterminismTests : RunFixture
{
    private static IPromptStrategy[] Ladder => [.. OpenMedLm.Ladder()];

    [Test]
    public async Task Concurrency_and_culture_leave_the_bytes_alone()
    {
        var hashes = new HashSet<string>();
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var concurrency in new[] { 1, 2, 8, 64 })
            {
                foreach (var culture in new[] { "", "tr-TR", "de-DE", "fa-IR", "ar-SA" })
                {
                    CultureInfo.CurrentCulture = new CultureInfo(culture);
                    var folder = $"{concurrency}{culture}";
                    await RunAsync(Plan(FunctionModel.MostlyRight(), 8, Ladder), folder, concurrency);
                    hashes.Add(Hash(folder));
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.That(hashes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_limit_gives_the_first_lines_of_the_full_run()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 30, OpenMedLm.Ensemble()), "full");
        await RunAsync(Plan(FunctionModel.MostlyRight(), 30, OpenMedLm.Ensemble()) with { Limit = 7 }, "seven");
        Assert.That(ResultLines("seven"), Is.EqualTo(ResultLines("full").Take(7)));
    }

    [Test]
    public async Task Another_seed_draws_other_exemplars()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 10, OpenMedLm.FewShot()), "a");
        await RunAsync(Plan(FunctionModel.MostlyRight(), 10, OpenMedLm.FewShot()) with { Seed = 43 }, "b");
        Assert.That(Notes("a"), Is.Not.EqualTo(Notes("b")));
    }

    [Test]
    public async Task Two_models_are_sent_the_same_prompts()
    {
        var plan = Plan(FunctionModel.MostlyRight(), 6, Ladder[1]);
        plan = plan with { Models = [.. plan.Models, new FunctionModel(_ => "B") { Info = new ModelInfo { Id = "second" } }] };
        await RunAsync(plan);
        var results = RunReader.ReadResults(Folder("run")).ToLookup(result => result.Model, result => result.RequestHash);
        Assert.That(results["function"], Is.EqualTo(results["second"]));
    }

    private List<string> Notes(string folder) => [.. RunReader.ReadResults(Folder(folder)).Select(result => result.Notes["exemplars"])];
}
