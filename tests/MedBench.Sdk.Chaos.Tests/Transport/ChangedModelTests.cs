using MedBench.Tests.Running;

namespace MedBench.Chaos.Transport;

[FailureMode(13)]
public sealed class ChangedModelTests : RunFixture
{
    [Test]
    public async Task A_model_that_changes_during_the_run_is_named_with_a_warning()
    {
        const int Samples = 20;
        var (both, mistaken) = (0, 0);
        for (var k = 1; k < Samples; k++)
        {
            var change = k;
            var model = new FunctionModel((request, _) => Task.FromResult(FunctionModel.Answer("A", FunctionModel.CaseNumber(request.Messages[^1].Text) < change ? "gpt-may" : "gpt-june")));
            var cell = (await RunAsync(Plan(model, Samples), $"run-{k}")).Cells[0];
            var report = await File.ReadAllTextAsync(Path.Combine(Folder($"run-{k}"), "report.md"));
            both += cell.ReportedModels.SequenceEqual(["gpt-june", "gpt-may"]) && report.Contains("reported model: gpt-june, gpt-may", StringComparison.Ordinal) && report.Contains("**Warning: the endpoint answered as more than one model", StringComparison.Ordinal) ? 1 : 0;
            mistaken += RunReader.ReadResults(Folder($"run-{k}")).Where((result, i) => !result.ReportedModels.SequenceEqual([i < change ? "gpt-may" : "gpt-june"])).Count();
        }

        Assert.That(await File.ReadAllTextAsync(HtmlReport.Write(Folder("run-1"))), Does.Contain("Warning: the endpoint of function answered as more than one model"));
        Figure.Print(13, $"{both}/{Samples - 1} changes reported with both ids and a warning, {mistaken} samples under the wrong id");
        Assert.That((both, mistaken), Is.EqualTo((Samples - 1, 0)));
    }

    [Test]
    public async Task A_model_that_stays_gives_no_warning()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 5));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(Folder("run"), "report.md")), Does.Not.Contain("Warning"));
    }
}
