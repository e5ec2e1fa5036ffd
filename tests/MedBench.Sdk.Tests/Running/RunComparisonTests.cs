namespace MedBench.Tests.Running;

public sealed class RunComparisonTests : RunFixture
{
    [Test]
    public async Task Two_runs_are_compared_sample_by_sample()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 20, OpenMedLm.ZeroShot()), "first");
        await RunAsync(Plan(new FunctionModel(prompt => FunctionModel.CaseNumber(prompt) == 0 ? "B" : $"The answer is {LetterBenchmark.RightLetter(FunctionModel.CaseNumber(prompt))}"), 20, OpenMedLm.ZeroShot()), "second");
        var comparison = RunComparison.Compare(Folder("first"), Folder("second")).Single();
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Gained, Is.EqualTo(["s0003", "s0007", "s0011", "s0015", "s0019"]));
            Assert.That(comparison.Lost, Is.EqualTo(["s0000"]));
            Assert.That(comparison.Difference!.Difference.Estimate, Is.EqualTo(0.2).Within(1e-12));
            Assert.That(comparison.Difference.PValue, Is.EqualTo(2.0 * 7 / 64).Within(1e-12));
            Assert.That(comparison.SameRequests, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_only_rows_of_a_benchmark_are_compared_whatever_their_strategies_are()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 6, OpenMedLm.ZeroShot()), "first");
        await RunAsync(Plan(FunctionModel.MostlyRight(), 6, OpenMedLm.FewShot()), "second");
        var comparison = RunComparison.Compare(Folder("first"), Folder("second")).Single();
        Assert.That((comparison.First.Strategy, comparison.Second.Strategy), Is.EqualTo(("zero-shot", "few-shot")));
        Assert.That(comparison.SameRequests, Is.Zero);
    }

    [Test]
    public async Task A_withheld_score_is_not_compared_until_what_failed_was_repeated()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 20), "first");
        await RunAsync(Plan(new FunctionModel(prompt => FunctionModel.CaseNumber(prompt) is < 2 ? throw new ModelException(ModelErrorKind.BadRequest, "no") : "A"), 20), "second");
        var withheld = RunComparison.Compare(Folder("first"), Folder("second")).Single();
        await RunAsync(Plan(new FunctionModel(_ => "A"), 20), "second");
        var shown = RunComparison.Compare(Folder("first"), Folder("second")).Single();
        Assert.Multiple(() =>
        {
            Assert.That((withheld.Difference, withheld.Gained.Count, withheld.Lost.Count, withheld.SameRequests), Is.EqualTo(((PairedComparison?)null, 0, 0, 1.0)));
            Assert.That((withheld.First.Withheld, withheld.Second.Withheld), Is.EqualTo(((string?)null, "2 of 20 samples failed (10.0 %), more than the 5 % that the plan allows; run it again to repeat them.")));
            Assert.That((shown.Difference!.Pairs, shown.Difference.Difference.Estimate), Is.EqualTo((20, -0.5)));
        });
    }

    [Test]
    public async Task Runs_without_a_common_benchmark_are_refused()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 3), "first");
        await RunAsync(Plan(FunctionModel.MostlyRight(), 3) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(3, "other-letters"))] }, "second");
        Assert.That(() => RunComparison.Compare(Folder("first"), Folder("second")), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("no sample of one benchmark in common"));
    }

    [Test]
    public void A_folder_without_a_run_is_named()
        => Assert.That(() => RunReader.ReadSummary(Root), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("holds no manifest.json, so it is not a run folder"));
}
