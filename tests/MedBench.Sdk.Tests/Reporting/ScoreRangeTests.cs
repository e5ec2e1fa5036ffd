using MedBench.Running;
using MedBench.Statistics;
using MedBench.Tests.Reporting.References;
using MedBench.Tests.Running;

namespace MedBench.Tests.Reporting;

/// <summary>The interval of a mean of grades ends where the grades do, and nothing else changes.</summary>
public sealed class ScoreRangeTests : ReferenceFixture
{
    private const double Infinite = double.PositiveInfinity;

    [Test]
    public async Task An_interval_of_few_grades_is_cut_to_their_range()
    {
        var whole = MeanInterval.Student([1, 0.9, 0.2, 1]);
        var without = await GradeAsync(null, 4, "without");
        var within = await GradeAsync(ScoreRange.ZeroToOne, 4, "within");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.Score!.Value.Upper, Is.EqualTo(whole.Upper).Within(1e-12).And.GreaterThan(1));
            Assert.That(within.Score, Is.EqualTo(without.Score.Value with { Upper = 1 }));
            Assert.That(within.FurtherScores["second"].Score.Upper, Is.EqualTo(1));
            Assert.That(within.FurtherScores["second/part"].Score.Upper, Is.GreaterThan(1), "of a part no range is stated");
            Assert.That(within.Groups.Select(group => group.Score!.Value.Upper), Is.All.EqualTo(1));
            Assert.That(RunReader.ReadSummary(Folder("within")).Cells.Single().Score, Is.EqualTo(within.Score));
        }
    }

    [Test]
    public async Task One_grade_has_the_whole_range_as_its_interval()
    {
        Assert.That((await GradeAsync(new ScoreRange(-1, 1), 1, "range")).Score, Is.EqualTo(new Interval(1, -1, 1, 0.95, "clustered t")));
        Assert.That((await GradeAsync(new ScoreRange(0, Infinite), 1, "half")).Score, Is.EqualTo(new Interval(1, 0, Infinite, 0.95, "clustered t")));
    }

    [Test]
    public async Task A_published_number_is_compared_by_the_uncut_interval()
    {
        var (without, within) = (await CompareAsync(null, "without"), await CompareAsync(ScoreRange.ZeroToOne, "within"));
        Assert.That((within.PValue, within.Difference), Is.EqualTo((without.PValue, without.Difference)));
        Assert.That((without.PValue is > 0 and < 1, without.Score!.Value.Upper > 1, within.Score!.Value.Upper), Is.EqualTo((true, true, 1.0)));
    }

    [Test]
    public void An_estimate_outside_a_range_that_is_wrong_stays_within_its_interval()
        => Assert.That(RangeCut.Apply(new Interval(1.5, -2, 5, 0.95, "t"), ScoreRange.ZeroToOne), Is.EqualTo(new Interval(1.5, 0, 1.5, 0.95, "t")));

    private async Task<ReferenceComparison> CompareAsync(ScoreRange? range, string folder)
    {
        var reference = Published with { Metric = "grade", Value = 0.5, StandardError = 0.1, Items = 4 };
        var summary = await RunAsync(PlanOf(range, 4) with { References = [reference] }, folder);
        return summary.References.Single();
    }

    private async Task<CellSummary> GradeAsync(ScoreRange? range, int samples, string folder) => (await RunAsync(PlanOf(range, samples), folder)).Cells.Single();

    private static EvaluationPlan PlanOf(ScoreRange? range, int samples) => Plan(FunctionModel.MostlyRight(), samples) with
    {
        Benchmarks = [new BenchmarkSelection(new LetterBenchmark(samples) { Scorers = [new Grades(range, "first"), new Grades(range, "second")] })],
    };

    private sealed class Grades(ScoreRange? range, string id) : IScorer
    {
        private static readonly double[] Values = [1, 0.9, 0.2, 1];

        public ScorerInfo Info { get; } = new() { Id = id, Version = "1", Metric = "grade", DenominatorPolicy = "all", Range = range };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        {
            var value = Values[int.Parse(sample.Input.Id[1..], System.Globalization.CultureInfo.InvariantCulture)];
            return ValueTask.FromResult(Score.Graded(value) with { Parts = new Dictionary<string, double> { ["part"] = value } });
        }
    }
}
