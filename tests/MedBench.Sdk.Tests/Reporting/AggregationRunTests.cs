using System.Globalization;
using System.Text.Json;
using MedBench.Metrics;
using MedBench.Statistics;
using MedBench.Tests.Running;

namespace MedBench.Tests.Reporting;

/// <summary>Every aggregation from the benchmark to the files, with refused and failed samples, epochs, groups, comparisons and a gate.</summary>
public sealed class AggregationRunTests : RunFixture
{
    private const int Weak = 3;
    private const int Strong = 5;

    private static readonly LabelOptions Grades = new() { Aggregation = Aggregation.QuadraticKappa, Scale = ["A", "B", "C", "D"] };

    [Test]
    public async Task The_headline_is_the_metric_of_the_answers([Values] Aggregation aggregation)
    {
        var cells = (await RunAsync(aggregation)).Cells;
        Assert.Multiple(() =>
        {
            Assert.That(cells[0].Score!.Value.Estimate, Is.EqualTo(Expected(aggregation, _ => true, Weak)).Within(1e-12));
            Assert.That(cells[1].Score!.Value.Estimate, Is.EqualTo(Expected(aggregation, _ => true, Strong)).Within(1e-12));
            Assert.That(cells.Select(cell => (cell.Samples, cell.Denominator)), Has.All.EqualTo((60, Denominator(aggregation))));
            Assert.That(cells.Select(cell => (cell.Outcomes[Outcome.Failed], cell.Outcomes[Outcome.Refused])), Has.All.EqualTo((3, 6)));
            Assert.That(cells.Select(cell => cell.Score!.Value), Has.All.Matches<Interval>(score => score.Lower < score.Estimate && score.Estimate < score.Upper && score.Lower >= -1 && score.Upper <= 1));
            Assert.That(cells.Select(cell => cell.MajorityBaseline.HasValue), Is.All.EqualTo(aggregation == Aggregation.Mean), "a share of right answers");
            Assert.That(cells[0].LowerBound.HasValue, Is.EqualTo(aggregation is Aggregation.Mean or Aggregation.ClippedMean));
        });
    }

    [Test]
    public async Task Groups_have_the_metric_of_their_samples([Values] Aggregation aggregation)
    {
        var groups = (await RunAsync(aggregation)).Cells[1].Groups;
        Assert.That(groups.Select(group => group.Value), Is.EqualTo(["0", "1", "2"]));
        foreach (var group in groups)
        {
            var third = int.Parse(group.Value, CultureInfo.InvariantCulture);
            Assert.That(group.Score!.Value.Estimate, Is.EqualTo(Expected(aggregation, number => number % 3 == third, Strong)).Within(1e-12));
            Assert.That(group.VersusPrevious!.AdjustedPValue, Is.GreaterThanOrEqualTo(group.VersusPrevious.PValue!.Value));
        }
    }

    [Test]
    public async Task The_comparison_is_of_the_metric([Values] Aggregation aggregation)
    {
        var summary = await RunAsync(aggregation);
        var comparison = summary.Cells[1].VersusPrevious!;
        var expected = Expected(aggregation, _ => true, Strong) - Expected(aggregation, _ => true, Weak);
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Difference.Estimate, Is.EqualTo(expected).Within(1e-12));
            Assert.That(comparison.Difference.Lower, Is.LessThan(expected));
            Assert.That(comparison.Difference.Upper, Is.GreaterThan(expected));
            Assert.That(comparison.Pairs, Is.EqualTo(aggregation == Aggregation.AllOfCluster ? 27 : 57));
            Assert.That(comparison.Test, Is.EqualTo(aggregation switch { Aggregation.Mean => "sign-flip permutation", Aggregation.AllOfCluster => "exact McNemar", _ => "paired bootstrap" }));
            Assert.That(summary.Comparisons.Single().Pairs.Single().Comparison.Difference, Is.EqualTo(comparison.Difference));
        });
    }

    [Test]
    public async Task Two_runs_differ_by_the_metric_and_only_a_sum_is_split_into_parts([Values] Aggregation aggregation)
    {
        await RunAsync(Plan(aggregation, Weak), "first");
        await RunAsync(Plan(aggregation, Strong), "second");
        var comparison = RunComparison.Compare(Folder("first"), Folder("second")).Single();
        Assert.Multiple(() =>
        {
            Assert.That(comparison.Difference!.Difference.Estimate, Is.EqualTo(comparison.Gap!.Value).Within(1e-12));
            Assert.That(comparison.Parts.Count > 0, Is.EqualTo(aggregation is Aggregation.Mean or Aggregation.ClippedMean));
            Assert.That(comparison.Parts.Count == 0 ? comparison.Gap : comparison.Parts.Sum(part => part.Part.Estimate), Is.EqualTo(comparison.Gap!.Value).Within(1e-12));
        });
    }

    [Test]
    public async Task A_gate_holds_the_metric_to_its_record([Values] Aggregation aggregation)
    {
        await RunAsync(Plan(aggregation, Strong), "good");
        await RunAsync(Plan(aggregation, Weak), "bad");
        RecordedScores.Write(Folder("record.json"), RecordedScores.FromRun(Folder("good")));
        var record = RecordedScores.Read(Folder("record.json")).Select(row => row with { Strategy = "skill-3" }).ToList();
        var result = new RegressionGate { Recorded = record, MaxDropPoints = 1 }.Check(Folder("bad")).Single();
        var expected = Expected(aggregation, _ => true, Weak) - Expected(aggregation, _ => true, Strong);
        Assert.Multiple(() =>
        {
            Assert.That(result.Difference!.Value.Estimate, Is.EqualTo(expected).Within(1e-12));
            Assert.That(result.Difference.Value.Confidence, Is.EqualTo(0.9).Within(1e-12));
            Assert.That(result.Verdict, Is.Not.EqualTo(GateVerdict.Passed));
            Assert.That(record.Single().Aggregation, Is.EqualTo(aggregation));
        });
    }

    [Test]
    public async Task A_gate_refuses_a_record_of_another_metric()
    {
        await RunAsync(Plan(Aggregation.MacroF1, Strong), "recorded");
        await RunAsync(Plan(Aggregation.Matthews, Strong), "other");
        var gate = new RegressionGate { Recorded = RecordedScores.FromRun(Folder("recorded")) };
        Assert.That(() => gate.Check(Folder("other")), Throws.InstanceOf<InvalidDataException>().With.Message.EndsWith("cases is scored by Matthews correlation, and the record holds macro F1. Use the same scorer, or record the scores again."));
    }

    [Test]
    public async Task Epochs_of_a_sample_are_one_cluster_and_change_no_deterministic_number([Values] Aggregation aggregation)
    {
        var once = (await RunAsync(Plan(aggregation, Strong), "once")).Cells.Single();
        var thrice = (await RunAsync(Plan(aggregation, Strong) with { Epochs = 3 }, "thrice")).Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That(thrice.Score!.Value.Estimate, Is.EqualTo(once.Score!.Value.Estimate).Within(1e-12));
            Assert.That((thrice.Samples, thrice.Denominator), Is.EqualTo((3 * once.Samples, 3 * once.Denominator)));
            Assert.That(thrice.Score.Value.Upper - thrice.Score.Value.Lower, Is.EqualTo(once.Score.Value.Upper - once.Score.Value.Lower).Within(aggregation is Aggregation.AllOfCluster or Aggregation.Bleu ? 0.05 : 1e-9), "three copies are no new evidence");
            Assert.That(thrice.Variance?.SamplingVariance, aggregation is Aggregation.Mean or Aggregation.ClippedMean ? Is.Zero : Is.Null);
            Assert.That(thrice.Variance?.Items, aggregation is Aggregation.Mean or Aggregation.ClippedMean ? Is.EqualTo(57) : Is.Null);
        });
    }

    [Test]
    public async Task The_files_hold_the_numbers_and_can_be_read_again([Values] Aggregation aggregation)
    {
        var summary = await RunAsync(aggregation);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder("run"), "summary.json")));
        var report = await File.ReadAllLinesAsync(Path.Combine(Folder("run"), "report.md"));
        var score = summary.Cells[1].Score!.Value;
        var again = RunReader.ReadSummary(Folder("run")).Cells[1];
        Assert.Multiple(() =>
        {
            Assert.That(json.RootElement.GetProperty("cells")[1].GetProperty("score").GetProperty("estimate").GetDouble(), Is.EqualTo(score.Estimate));
            Assert.That(json.RootElement.GetProperty("cells")[1].GetProperty("score").GetProperty("method").GetString(), Is.EqualTo(score.Method));
            Assert.That(report, Has.Some.Contains(string.Create(CultureInfo.InvariantCulture, $"| skill-5 | {100 * score.Estimate:F1} % | {100 * score.Lower:F1} to {100 * score.Upper:F1} |")));
            Assert.That((again.Score, again.Denominator, again.VersusPrevious), Is.EqualTo((summary.Cells[1].Score, summary.Cells[1].Denominator, summary.Cells[1].VersusPrevious)));
            Assert.That(string.Join('\n', report), Does.Not.Contain("NaN").And.Not.Contain("Infinity"));
        });
    }

    [Test]
    public async Task A_further_scorer_counts_samples_as_it_would_as_headline()
    {
        var plan = Plan(Aggregation.MacroF1, Strong, new ChoiceScorer(), new ClusterChoiceScorer());
        var further = (await RunAsync(plan)).Cells.Single().FurtherScores;
        var (right, clusters) = (Expected(Aggregation.Mean, _ => true, Strong), Expected(Aggregation.AllOfCluster, _ => true, Strong));
        Assert.Multiple(() =>
        {
            Assert.That((further["choice"].Score.Estimate, further["choice"].Count), Is.EqualTo((right, 57)), "refused samples are not right");
            Assert.That((further["choice-all-of-cluster"].Score.Estimate, further["choice-all-of-cluster"].Count), Is.EqualTo((clusters, 27)), "a failed member leaves its cluster open");
        });
    }

    [Test]
    public async Task Parts_that_the_headline_is_not_made_of_are_told_beside_it()
    {
        var points = (await RunAsync(Plan(Aggregation.Ratio, Strong), "points")).Cells.Single().FurtherScores;
        var labels = (await RunAsync(Plan(Aggregation.MicroF1, Strong), "labels")).Cells.Single().FurtherScores;
        var known = AggregationBenchmark.Known(Strong).ToList();
        var (found, given, right) = (0.0, 0.0, 0.0);
        foreach (var (number, gold, reply) in known)
        {
            var said = reply is null ? [] : Labels(number, reply);
            (found, given, right) = (found + said.Intersect(Golds(number, gold)).Count(), given + said.Length, right + Golds(number, gold).Length);
        }

        Assert.That(points.Keys, Is.EqualTo(["choice-points/prohibited"]));
        Assert.That(labels.Keys.Select(key => key[(key.IndexOf('/') + 1)..]), Is.EqualTo(["precision", "recall"]));
        Assert.That(labels.Values.Select(value => value.Score.Estimate), Is.EqualTo([found / given, found / right]).Within(1e-12));
    }

    [Test]
    public async Task A_resample_without_a_class_is_left_out_and_a_class_of_one_has_no_interval()
    {
        // Four positives of 30 pairs: (1 − 4/30)³⁰ = 1.4 % of resamples have none. One positive: 36 %.
        var few = (await RunAsync(Rare(number => number % 16 == 0), "few")).Cells.Single();
        var one = (await RunAsync(Rare(number => number == 16), "one")).Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That(few.Score!.Value.Method, Is.EqualTo("bootstrap"));
            Assert.That((few.Score.Value.Lower > 0, few.Score.Value.Upper <= 1), Is.EqualTo((true, true)));
            Assert.That((one.Score!.Value.Method, one.Score.Value.Lower, one.Score.Value.Upper), Is.EqualTo(("none", double.NegativeInfinity, double.PositiveInfinity)));
            Assert.That(File.ReadAllText(Path.Combine(Folder("one"), "report.md")), Does.Contain("| unbounded |").And.Not.Contain("Infinity"));
        });
    }

    [Test]
    public async Task Clusters_that_are_all_right_are_not_beyond_doubt()
    {
        var choices = new AggregationBenchmark([new ChoiceScorer()], (_, gold) => new ChoiceTarget(gold), 8);
        var perfect = new AggregationBenchmark.Answering(Strong, (number, _) => new ChoicePrediction { Labels = [AggregationBenchmark.Gold(number)] });
        var cell = (await RunAsync(Plan(Aggregation.Mean, Strong) with { Benchmarks = [new BenchmarkSelection(choices)], Strategies = [perfect], Epochs = 2 })).Cells.Single();
        var wilson = ProportionInterval.Wilson(4, 4);
        Assert.That((cell.Score!.Value.Estimate, cell.Score.Value.Lower, cell.Score.Value.Upper), Is.EqualTo((1.0, wilson.Lower, wilson.Upper)), "four pairs, of which one sample failed");
    }

    [Test]
    public async Task A_part_that_is_no_number_fails_its_sample_and_not_the_run()
    {
        var cell = (await RunAsync(Plan(Aggregation.Mean, Strong) with { Benchmarks = [new BenchmarkSelection(new AggregationBenchmark([new BrokenPart()], (_, gold) => new ChoiceTarget(gold)))], FailureBudget = 1 })).Cells.Single();
        Assert.That(cell.Outcomes[Outcome.Failed], Is.EqualTo(54), "six were refused");
        Assert.That(RunReader.ReadResults(Folder("run")).First().Scores[0].Score.Explanation, Does.EndWith("returned a part that is not a finite number: axis. Leave out what has no value."));
    }

    private Task<RunSummary> RunAsync(Aggregation aggregation)
    {
        var plan = Plan(aggregation, Weak);
        return RunAsync(plan with { Strategies = [.. plan.Strategies, .. Plan(aggregation, Strong).Strategies] });
    }

    private static EvaluationPlan Plan(Aggregation aggregation, int skill, params IScorer[] further)
    {
        var (scorer, target, predict) = Wiring(aggregation);
        return new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new AggregationBenchmark([scorer, .. further], target))],
            Models = [new FunctionModel(_ => "anything")],
            Strategies = [new AggregationBenchmark.Answering(skill, predict)],
            FailureBudget = 0.2,
        };
    }

    private static EvaluationPlan Rare(Func<int, bool> isPositive) => Plan(Aggregation.Auroc, Strong) with
    {
        Benchmarks = [new BenchmarkSelection(new AggregationBenchmark([new ProbabilityScorer()], (number, _) => new LabelsTarget(isPositive(number) ? ["x"] : [])))],
    };

    private static (IScorer Scorer, Func<int, string, Target> Target, Func<int, string, Prediction> Predict) Wiring(Aggregation aggregation)
    {
        Func<int, string, Target> choice = (_, gold) => new ChoiceTarget(gold);
        Func<int, string, Prediction> chosen = (_, reply) => new ChoicePrediction { Labels = [reply] };
        return aggregation switch
        {
            Aggregation.Mean => (new ChoiceScorer(), choice, chosen),
            Aggregation.ClippedMean => (new Shifted(), choice, chosen),
            Aggregation.Ratio => (new PointsScorer(), (number, gold) => new ChoiceTarget(gold) { Points = 1 + (number % 3) }, chosen),
            Aggregation.MicroF1 => (new LabelsScorer(), (number, gold) => new LabelsTarget(Golds(number, gold)), (number, reply) => new LabelsPrediction(Labels(number, reply))),
            Aggregation.QuadraticKappa => (new LabelScorer(Grades), choice, chosen),
            Aggregation.MacroF1 or Aggregation.CohenKappa or Aggregation.Matthews => (new LabelScorer(new LabelOptions { Aggregation = aggregation }), choice, chosen),
            Aggregation.Auroc or Aggregation.Auprc => (new ProbabilityScorer(new ProbabilityOptions { Aggregation = aggregation, Positive = "A" }), choice, (number, reply) => new NumberPrediction(Probability(number, reply))),
            Aggregation.Bleu => (new BleuScorer(), (number, gold) => new TextTarget([Sentence(number, gold)]), (number, reply) => new TextPrediction(Sentence(number + 1, reply))),
            _ => (new ClusterChoiceScorer(), choice, chosen),
        };
    }

    private static double Expected(Aggregation aggregation, Func<int, bool> isChosen, int skill)
    {
        var known = AggregationBenchmark.Known(skill).Where(item => isChosen(item.Number)).ToList();
        var answered = known.Where(item => item.Reply is not null).ToList();
        var matrix = ConfusionMatrix.Create([.. known.Select(item => item.Gold)], [.. known.Select(item => item.Reply ?? "")]);
        IReadOnlyList<bool> positives = [.. answered.Select(item => item.Gold == "A")];
        IReadOnlyList<double> scores = [.. answered.Select(item => Probability(item.Number, item.Reply!))];
        return aggregation switch
        {
            Aggregation.Mean => known.Count(item => item.Reply == item.Gold) / (double)known.Count,
            Aggregation.ClippedMean => known.Sum(item => item.Reply is null ? 0 : item.Reply == item.Gold ? 1.25 : -0.25) / known.Count,
            Aggregation.Ratio => known.Where(item => item.Reply == item.Gold).Sum(item => 1.0 + (item.Number % 3)) / known.Sum(item => 1.0 + (item.Number % 3)),
            Aggregation.MicroF1 => MultiLabelMetrics.MicroF1([.. known.Select(item => Golds(item.Number, item.Gold))], [.. known.Select(item => item.Reply is null ? [] : Labels(item.Number, item.Reply))]),
            Aggregation.MacroF1 => ClassificationMetrics.MacroF1(matrix),
            Aggregation.CohenKappa => Kappa.Cohen(matrix),
            Aggregation.QuadraticKappa => Kappa.Weighted([.. answered.Select(item => item.Gold[0] - 'A')], [.. answered.Select(item => item.Reply![0] - 'A')]),
            Aggregation.Matthews => ClassificationMetrics.Matthews(matrix),
            Aggregation.Auroc => Auroc.Of(positives, scores),
            Aggregation.Auprc => AveragePrecision.Of(positives, scores),
            Aggregation.Bleu => Bleu.OfCorpus(BleuCounts.Sum(known.Select(item => Bleu.Count(item.Reply is null ? [] : TextTokenizer.Bleu13a.Tokenize(Sentence(item.Number + 1, item.Reply)), [TextTokenizer.Bleu13a.Tokenize(Sentence(item.Number, item.Gold))])))),
            _ => Clusters(isChosen, skill),
        };
    }

    private static double Clusters(Func<int, bool> isChosen, int skill)
    {
        var pairs = Enumerable.Range(0, AggregationBenchmark.Cases).Where(isChosen).GroupBy(number => number / 2)
            .Where(pair => pair.All(number => AggregationBenchmark.Reply(number, skill) != "fail")).ToList();
        return pairs.Count(pair => pair.All(number => AggregationBenchmark.Reply(number, skill) == AggregationBenchmark.Gold(number))) / (double)pairs.Count;
    }

    private static int Denominator(Aggregation aggregation) => aggregation switch
    {
        Aggregation.AllOfCluster => 27,
        Aggregation.QuadraticKappa or Aggregation.Auroc or Aggregation.Auprc => 51,
        _ => 57,
    };

    private static double Probability(int number, string reply) => reply == "A" ? 0.9 - (number % 5 / 10.0) : 0.1 + (number % 6 / 10.0);

    private static string[] Golds(int number, string gold) => number % 2 == 0 ? [gold] : [gold, "X"];

    private static string[] Labels(int number, string reply) => number % 3 == 0 ? [reply, "X"] : [reply];

    private static string Sentence(int number, string letter) => string.Create(CultureInfo.InvariantCulture, $"the patient of ward {number % 4} was given drug {letter} and went home after {number % 3} days");

    /// <summary>Gives 1.25 for the right answer and −0.25 for a wrong one, so that single values need cutting and their mean does not.</summary>
    private sealed class Shifted : IScorer
    {
        public ScorerInfo Info { get; } = new() { Id = "shifted", Version = "1", Metric = "shifted", DenominatorPolicy = "all", Aggregation = Aggregation.ClippedMean };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(prediction is ChoicePrediction choice ? Score.Graded(choice.Labels[0] == ((ChoiceTarget)sample.Target).Labels[0] ? 1.25 : -0.25) : Score.None(((Unanswered)prediction).Outcome));
    }

    private sealed class BrokenPart : IScorer
    {
        public ScorerInfo Info { get; } = new() { Id = "broken", Version = "1", Metric = "broken", DenominatorPolicy = "all" };

        public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
            => ValueTask.FromResult(prediction is Unanswered lost ? Score.None(lost.Outcome) : Score.Graded(1) with { Parts = new Dictionary<string, double> { ["axis"] = double.NaN } });
    }
}
