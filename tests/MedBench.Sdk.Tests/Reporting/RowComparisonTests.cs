using MedBench.Tests.Running;

namespace MedBench.Tests.Reporting;

public sealed class RowComparisonTests : RunFixture
{
    [Test]
    public async Task Rows_are_compared_where_one_thing_differs()
    {
        var plan = Plan(FunctionModel.MostlyRight(), 20, OpenMedLm.ZeroShot(), OpenMedLm.FewShot());
        var right = new FunctionModel(prompt => $"The answer is {LetterBenchmark.RightLetter(FunctionModel.CaseNumber(prompt))}") { Info = new ModelInfo { Id = "right" } };
        var comparison = (await RunAsync(plan with { Models = [FunctionModel.MostlyRight(), right] })).Comparisons.Single();
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Pairs.Select(pair => $"{pair.First.Model}/{pair.First.Strategy} {pair.Second.Model}/{pair.Second.Strategy}"), Is.EqualTo([
                "function/zero-shot function/few-shot",
                "function/zero-shot right/zero-shot",
                "function/few-shot right/few-shot",
                "right/zero-shot right/few-shot"]));
            Assert.That(comparison.Pairs.Select(pair => pair.Comparison.Difference.Estimate), Is.EqualTo([0, 0.25, 0.25, 0]).Within(1e-12));

            // Five discordant pairs on one side twice, none otherwise: p = 1/16, 1/16, 1, 1; after Holm 4/16, 4/16, 1, 1.
            Assert.That(comparison.Pairs.Select(pair => pair.Comparison.AdjustedPValue), Is.EqualTo([1, 0.25, 0.25, 1]).Within(1e-12));

            // Four rows, 15 samples on which all are right and 5 on which two are: Q = 3·(4·(15² + 15² + 20² + 20²) − 70²)/(4·70 − (15·16 + 5·4)) = 15.
            Assert.That((comparison.CommonSamples, comparison.CochranQ), Is.EqualTo((20, 15.0)));
        });
    }

    [Test]
    public async Task The_baseline_is_the_most_frequent_right_answer()
        => Assert.That((await RunAsync(Plan(FunctionModel.MostlyRight(), 5))).Cells.Single().MajorityBaseline, Is.EqualTo(0.4), "of A, D, C, B, A two are A");

    [Test]
    public async Task Graded_answers_have_no_baseline()
    {
        var model = new FunctionModel(prompt => FunctionModel.CaseNumber(prompt) == 1 ? "Hard to say." : "The answer is A") { Info = new ModelInfo { Id = "unsure" } };
        var cell = (await RunAsync(Plan(model) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(5) { Scorers = [new PartialCreditScorer()] })] })).Cells.Single();
        Assert.That((cell.Outcomes[Outcome.Graded], cell.Outcomes[Outcome.Unparsed], cell.MajorityBaseline), Is.EqualTo((4, 1, (double?)null)));
    }
}
