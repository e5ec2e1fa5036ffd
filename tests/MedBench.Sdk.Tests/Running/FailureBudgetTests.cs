using System.Text.Json;
using MedBench.Statistics;

namespace MedBench.Tests.Running;

public sealed class FailureBudgetTests : RunFixture
{
    [TestCase(40, 2, 0.05)]
    [TestCase(100, 29, 0.29)]
    [TestCase(3, 1, 1.0 / 3)]
    [TestCase(5, 0, 0)]
    public async Task At_the_budget_the_score_is_shown_and_one_failure_later_it_is_withheld(int samples, int failures, double budget)
    {
        var within = (await RunAsync(Plan(Failing(failures), samples) with { FailureBudget = budget }, "within")).Cells.Single();
        var beyond = (await RunAsync(Plan(Failing(failures + 1), samples) with { FailureBudget = budget }, "beyond")).Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That((within.Outcomes.GetValueOrDefault(Outcome.Failed), within.Score.HasValue, within.Withheld), Is.EqualTo((failures, true, (string?)null)));
            Assert.That((beyond.Outcomes[Outcome.Failed], beyond.Score), Is.EqualTo((failures + 1, (Interval?)null)));
            Assert.That(beyond.Withheld, Does.StartWith($"{failures + 1} of {samples} samples failed ("));
        });
    }

    [Test]
    public async Task A_withheld_score_is_in_no_file_and_what_surrounds_it_stays()
    {
        const string Sentence = "12 of 120 samples failed (10.0 %), more than the 5 % that the plan allows; run it again to repeat them.";
        var cell = (await RunAsync(Plan(Failing(12), 120))).Cells.Single();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder("run"), "summary.json")));
        var row = json.RootElement.GetProperty("cells")[0];
        var report = await File.ReadAllLinesAsync(Path.Combine(Folder("run"), "report.md"));
        Assert.Multiple(() =>
        {
            Assert.That((cell.Withheld, cell.Denominator, cell.Samples), Is.EqualTo((Sentence, 108, 120)));
            Assert.That((cell.LowerBound, cell.UpperBound), Is.EqualTo((81 / 120.0, 93 / 120.0)));
            Assert.That(row.GetProperty("score").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(row.GetProperty("withheld").GetString(), Is.EqualTo(Sentence));
            Assert.That(row.GetProperty("groups").EnumerateArray().Select(group => (group.GetProperty("score").ValueKind, group.GetProperty("denominator").GetInt32())), Is.EqualTo([(JsonValueKind.Null, 54), (JsonValueKind.Null, 54)]));
            Assert.That(report, Has.Some.EqualTo("| letters | function | zero-shot | withheld | – | – | 108 | 0.0 % | 25.0 % |"));
            Assert.That(report, Has.Some.EqualTo($"**The score of zero-shot with function on letters is withheld**, and so is every change from or to it: {Sentence}"));
            Assert.That(report, Has.Some.EqualTo("- outcomes: correct 81, incorrect 27, failed 12; together 120"));
            Assert.That(report, Has.Some.EqualTo("| even | withheld | – | 54 |"));
            Assert.That(string.Join('\n', report), Does.Not.Contain("75.0 %"), "81 of 108");
        });
    }

    [Test]
    public async Task No_further_score_and_no_change_speaks_of_a_withheld_row()
    {
        var plan = Plan(FunctionModel.MostlyRight(), 20, OpenMedLm.FewShot(), OpenMedLm.ZeroShot(), OpenMedLm.ChainOfThoughtRandom()) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(20) { Scorers = [new ChoiceScorer(), new ConstantScorer(0.5, "further")] })] };
        var shown = (await RunAsync(plan, "shown")).Cells;
        var withheld = (await RunAsync(plan with { Models = [Failing(3, request => !HasExamples(request))] }, "withheld")).Cells;
        Assert.Multiple(() =>
        {
            Assert.That(shown.Select(cell => (cell.Score.HasValue, cell.VersusPrevious is null, cell.FurtherScores.Count)), Is.EqualTo([(true, true, 1), (true, false, 1), (true, false, 1)]));
            Assert.That(withheld.Select(cell => (cell.Score.HasValue, cell.VersusPrevious is null, cell.FurtherScores.Count)), Is.EqualTo([(true, true, 1), (false, true, 0), (true, true, 1)]));
        });
    }

    [Test]
    public async Task Outcomes_add_up_to_samples_times_epochs_before_and_after_the_score_appears()
    {
        var broken = await RunAsync(Plan(Failing(8), 20) with { Epochs = 3 });
        var healthy = await RunAsync(Plan(FunctionModel.MostlyRight(), 20) with { Epochs = 3 });
        Assert.Multiple(() =>
        {
            Assert.That((broken.Cells[0].Outcomes.Values.Sum(), broken.Cells[0].Outcomes[Outcome.Failed], broken.Cells[0].Score), Is.EqualTo((60, 24, (Interval?)null)));
            Assert.That((healthy.Cells[0].Outcomes.Values.Sum(), healthy.Cells[0].Withheld, healthy.Cells[0].Score!.Value.Estimate), Is.EqualTo((60, (string?)null, 0.75)));
            Assert.That(healthy.IsComplete);
        });
    }

    [Test]
    public async Task A_session_that_stops_before_it_repeats_what_failed_still_counts_it()
    {
        await RunAsync(Plan(Failing(8), 20));
        var summary = await RunAsync(Plan(FunctionModel.MostlyRight(), 20) with { Budget = new RunBudget { MaxCalls = 1 } }, concurrency: 1);
        var cell = summary.Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That((summary.Finished, summary.Failed, ResultLines().Length), Is.EqualTo((13, 7, 20)));
            Assert.That((cell.Score, cell.Withheld), Is.EqualTo(((Interval?)null, "7 of 20 samples failed (35.0 %), more than the 5 % that the plan allows; run it again to repeat them.")));
            Assert.That(RunReader.ReadSummary(Folder("run")).Cells.Single().Outcomes, Is.EquivalentTo(cell.Outcomes));
        });
    }

    private static bool HasExamples(ModelRequest request) => request.Messages.Sum(message => message.Text.Split(" case ").Length - 1) > 1;

    /// <summary>Creates a model that rejects the first cases, of some requests or of all, and knows three of four of the others.</summary>
    private static FunctionModel Failing(int cases, Func<ModelRequest, bool>? rejects = null) => new((request, cancellationToken) =>
        FunctionModel.CaseNumber(request.Messages[^1].Text) < cases && rejects?.Invoke(request) != false
            ? throw new ModelException(ModelErrorKind.BadRequest, "The endpoint rejects this request.")
            : FunctionModel.MostlyRight().CompleteAsync(request, cancellationToken));
}
