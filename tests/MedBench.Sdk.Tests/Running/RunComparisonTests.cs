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
    public async Task Common_samples_of_which_none_was_scored_are_counted_and_the_reason_is_told()
    {
        foreach (var folder in new[] { "first", "second" })
        {
            await RunAsync(Plan(FunctionModel.MostlyRight(), 3, new Needing()), folder);
        }

        var comparison = RunComparison.Compare(Folder("first"), Folder("second")).Single();
        const string Silence = "3 unsupported (s0000: The strategy 'needing' needs LogLikelihood, which model 'function' does not have)";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Unscored, Is.EqualTo($"3 samples are in both runs, and none of them is scored in both. First run: {Silence}. Second run: {Silence}."));
            Assert.That((comparison.Difference, comparison.Gap, comparison.Parts.Count, comparison.Gained.Count), Is.EqualTo((default(PairedComparison), default(double?), 0, 0)));
        }
    }

    [Test]
    public async Task A_run_that_was_scored_is_told_from_one_that_was_not()
    {
        await RunAsync(Plan(FunctionModel.MostlyRight(), 3), "first");
        await RunAsync(Plan(FunctionModel.MostlyRight(), 3, new Needing()), "second");
        Assert.That(RunComparison.Compare(Folder("first"), Folder("second")).Single().Unscored, Does.Contain("First run: all are scored. Second run: 3 unsupported ("));
    }

    [TestCase(Aggregation.Mean)]
    [TestCase(Aggregation.MacroF1)]
    [TestCase(Aggregation.CohenKappa)]
    public async Task A_run_compared_with_itself_differs_by_nothing_and_by_no_infinity(Aggregation aggregation)
    {
        var plan = Plan(FunctionModel.MostlyRight(), 2) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(2) { Scorers = [new LetterGrades(aggregation)] })] };
        await RunAsync(plan);
        var (first, second) = (RunComparison.Compare(Folder("run"), Folder("run")).Single(), RunComparison.Compare(Folder("run"), Folder("run")).Single().Difference!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((second.Difference.Estimate, second.Difference.Lower, second.Difference.Upper), Is.EqualTo((0.0, 0.0, 0.0)));
            Assert.That(first.SameRequests, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task One_sample_that_differs_has_no_interval()
    {
        foreach (var (folder, value) in new[] { ("first", 0.25), ("second", 0.5) })
        {
            await RunAsync(Plan(FunctionModel.MostlyRight(), 1) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(1) { Scorers = [new LetterGrades(Aggregation.Mean, value)] })] }, folder);
        }

        Assert.That(RunComparison.Compare(Folder("first"), Folder("second")).Single().Difference!.Difference, Is.EqualTo(new MedBench.Statistics.Interval(0.25, double.NegativeInfinity, double.PositiveInfinity, 0.95, "clustered t")));
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

    /// <summary>Asks for a power that no model here has.</summary>
    private sealed class Needing : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "needing", Version = "1", RequiredCapabilities = ModelCapabilities.LogLikelihood };

        public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default) => throw new AssertionException("nothing was to be asked");
    }

    /// <summary>Grades one cluster of samples, so that no interval is to be had.</summary>
    private sealed class LetterGrades(Aggregation aggregation, double value = 0.5) : IScorer
    {
        public ScorerInfo Info { get; } = new() { Id = "grades", Version = "1", Metric = "grade", DenominatorPolicy = "all", Aggregation = aggregation };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(Score.Graded(value) with { Gold = sample.Input.Id, Predicted = ((ChoicePrediction)prediction).Labels[0] });
    }
}
