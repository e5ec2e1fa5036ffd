using System.Globalization;
using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Calculation;

public sealed class MedCalcBenchTests : PublishedBenchmarkSpecification
{
    [Test]
    public async Task A_record_becomes_a_question_over_a_note_with_the_limits_that_the_set_stores()
    {
        var samples = (await ExamData.LoadAsync(new MedCalcBench(), CreateSource())).ToDictionary(sample => sample.Input.Id);
        Assert.Multiple(() =>
        {
            Assert.That(samples["1"].Target, Is.EqualTo(new NumberTarget(100, 95, 105)));
            Assert.That(samples["3"].Target, Is.EqualTo(NumberTarget.Rounded(3)));
            Assert.That(((TextTarget)samples["4"].Target).References, Is.EqualTo(["03/08/2023"]));
            Assert.That(((TextTarget)samples["5"].Target).References, Is.EqualTo(["('14 weeks', '1 days')"]));
            Assert.That(samples["6"].Target, Is.EqualTo(new NumberTarget(-3, -3.15, -2.85)));
            Assert.That(samples["1"].ClusterId, Is.EqualTo(samples["2"].ClusterId).And.Not.EqualTo(samples["3"].ClusterId));
            Assert.That(samples["6"].Tags, Is.EquivalentTo(new Dictionary<string, string> { ["category"] = "lab test", ["kind"] = "equation", ["calculator"] = "Free Water Deficit", ["note-type"] = "extracted" }));
            Assert.That(samples["3"].Tags["kind"], Is.EqualTo("rule"));
        });
    }

    [Test]
    public async Task Corrected_labels_allow_abstention_and_count_gestational_ages_in_days()
    {
        var samples = await new MedCalcBench().LoadAsync("corrected", CreateSource()).ToDictionaryAsync(sample => sample.Input.Id);
        var scorer = new CalculationScorer();
        var scores = new List<Score>();
        foreach (var (id, prediction) in new (string, Prediction)[]
        {
            ("8", new Unanswered(Outcome.Abstained)), ("8", new NumberPrediction(4)), ("8", new Unanswered(Outcome.Unparsed)), ("1", new Unanswered(Outcome.Abstained)),
            ("5", new TextPrediction("14 weeks, 1 days")), ("5", new TextPrediction("99")), ("5", new TextPrediction("15 weeks, 1 days")), ("3", new NumberPrediction(3)),
        })
        {
            scores.Add(await scorer.ScoreAsync(samples[id], prediction, new TestModelAccess()));
        }

        Assert.Multiple(() =>
        {
            Assert.That(samples["8"].Target, Is.EqualTo(new AbstentionTarget()));
            Assert.That((samples["8"].Tags["answerable"], samples["1"].Tags["answerable"]), Is.EqualTo(("no", "yes")));
            Assert.That(samples["8"].Tags["category"], Is.EqualTo("risk"), "The corrected file has no categories of its own.");
            Assert.That(scores.Select(score => score.Outcome), Is.EqualTo([Outcome.Correct, Outcome.Incorrect, Outcome.Unparsed, Outcome.Abstained, Outcome.Correct, Outcome.Correct, Outcome.Incorrect, Outcome.Correct]));
            Assert.That((scores[0].Gold, scores[0].Predicted, scores[1].Predicted), Is.EqualTo(("N/A", "N/A", "4")));
        });
    }

    [Test]
    public async Task The_worked_examples_are_those_of_each_calculator()
    {
        var examples = await ExamData.LoadPoolAsync(new MedCalcBench(), CreateSource());
        Assert.That(examples.Select(example => (example.Input.Subject, example.Answer)), Is.EqualTo([
            ("Mean Arterial Pressure (MAP)", "90.0"), ("Estimated Due Date", "03/10/2023"), ("Steroid Conversion Calculator", "0.75"), ("Estimated Gestational Age", "10 weeks, 0 days")]));
    }

    [TestCase("v1.0", "medcalc-bench: there is no calculator")]
    [TestCase("v9", "medcalc-bench: there is no split 'v9'. Choose one of v1.0, v1.1, v1.2, verified, corrected.")]
    public async Task What_is_wrong_is_named(string split, string message)
    {
        var file = ExamData.File("test_data.csv", "Row Number,Calculator ID,Patient Note,Question,Ground Truth Answer\n1,999,n,q,1\n");
        var error = await ExamData.ErrorAsync(async () => await new MedCalcBench().LoadAsync(split, new MemorySource((split, file))).CountAsync());
        Assert.That(error, split == "v9" ? Is.EqualTo(message) : Does.Contain("there is no such calculator among the 55").And.Contain("test_data.csv").And.Contain("Calculator ID"));
    }

    [Test]
    public async Task The_published_test_set_is_read_and_counted()
    {
        var samples = await ExamData.LoadAsync(new MedCalcBench(), ExamData.Published("medcalc-bench"));
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(1_047));
            Assert.That(samples.Select(sample => sample.Tags["calculator"]).Distinct().Count(), Is.EqualTo(55));
            Assert.That(Count(samples, "category"), Is.EqualTo("date 60, diagnosis 60, dosage 40, lab test 327, physical 240, risk 240, severity 80"));
            Assert.That(Count(samples, "kind"), Is.EqualTo("equation 667, rule 380"));
            Assert.That(samples.Count(sample => sample.Target is TextTarget), Is.EqualTo(60));
            Assert.That(samples.Select(sample => sample.ClusterId).Distinct().Count(), Is.EqualTo(979));
            Assert.That(samples.Count(sample => sample.Target is NumberTarget { Value: < 0 } && sample.Tags["kind"] == "equation"), Is.EqualTo(45));
        });
    }

    [Test]
    public async Task The_corrected_labels_are_read_and_counted()
    {
        var samples = await new MedCalcBench().LoadAsync("corrected", ExamData.Published("medcalc-bench")).ToListAsync();
        Assert.That((samples.Count, samples.Count(sample => sample.Target is AbstentionTarget), samples.Count(sample => sample.Target is TextTarget)), Is.EqualTo((887, 69, 38)));
    }

    [Test]
    public async Task Every_calculator_of_the_published_set_has_its_example()
    {
        var source = ExamData.Published("medcalc-bench");
        var examples = (await ExamData.LoadPoolAsync(new MedCalcBench(), source)).Select(example => example.Input.Subject).ToHashSet();
        Assert.That(examples, Has.Count.EqualTo(55));
        Assert.That((await ExamData.LoadAsync(new MedCalcBench(), source)).Where(sample => !examples.Contains(sample.Input.Subject)), Is.Empty);
    }

    protected override IBenchmark CreateBenchmark() => new MedCalcBench();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples)
    {
        Info = OracleModelClient.WithEveryPower,
        Format = static (_, answer) => string.Create(CultureInfo.InvariantCulture, $$"""{"step_by_step_thinking": "As the formula says.", "answer": "{{answer}}"}"""),
    };

    private static string Count(IEnumerable<Sample> samples, string tag)
        => string.Join(", ", samples.GroupBy(sample => sample.Tags[tag]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"));
}
