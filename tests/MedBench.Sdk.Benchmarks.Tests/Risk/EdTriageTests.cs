using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Risk;

[TestFixture("ed-triage-hospitalization")]
[TestFixture("ed-triage-critical")]
[TestFixture("ed-triage-revisit")]
public sealed class EdTriageTests(string id) : PublishedBenchmarkSpecification
{
    protected override string FixtureFolder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "ed-triage");

    protected override double MinimumScore => 0.5;

    [Test]
    public async Task A_visit_becomes_labelled_lines_with_its_patient_as_cluster()
    {
        var samples = await ExamData.LoadAsync(CreateBenchmark(), CreateSource());
        var sample = samples.Single(sample => sample.Input.Id == "900005");
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(id == "ed-triage-revisit" ? 3 : 6));
            Assert.That(sample.Input.Context.Select(section => $"{section.Label}: {section.Text}"), Is.EqualTo(new[]
            {
                "Age: 45 years", "Sex: male", "Chief complaint: Suture removal, left hand", "Temperature: 37.2 °C", "Heart rate: 88 /min", "Respiratory rate: 16 /min", "Oxygen saturation: 99 %",
                "Systolic blood pressure: 133 mmHg", "Diastolic blood pressure: 85 mmHg", "Pain (0 to 10): 0", "Emergency Severity Index (1 most urgent, 5 least): 5",
                "Emergency visits in the past 30 days: 0", "Emergency visits in the past 90 days: 0", "Emergency visits in the past year: 2", "Hospital admissions in the past 30 days: 0", "Hospital admissions in the past 90 days: 0",
                "Hospital admissions in the past year: 0", "Intensive care stays in the past 30 days: 0", "Intensive care stays in the past 90 days: 0", "Intensive care stays in the past year: 0", "Known conditions: none recorded",
            }));
            Assert.That((sample.ClusterId, sample.Tags["acuity"], sample.Tags["sex"]), Is.EqualTo(("104", "5", "M")));
            Assert.That(samples.SelectMany(sample => sample.Input.Context).Select(section => section.Text), Has.None.Contains("True"));
        });
    }

    [Test]
    public async Task A_master_dataset_is_cleaned_by_the_authors_rules()
    {
        var samples = await CreateBenchmark().LoadAsync("all", CreateSource()).ToListAsync();
        string Of(int number, string label) => samples[number].Input.Context.Single(section => section.Label!.StartsWith(label, StringComparison.Ordinal)).Text;
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => sample.Input.Id), Is.EqualTo(id == "ed-triage-revisit" ? ["910001"] : new[] { "910001", "910004" }), "A child and a visit without acuity are left out.");
            Assert.That((Of(0, "Temperature"), Of(0, "Oxygen"), Of(0, "Pain")), Is.EqualTo(("38 °C", "100 %", "not recorded")), "100.4 °F; 140 % is cut to 100; 13 of 10 is impossible.");
            if (samples.Count > 1)
            {
                Assert.That((Of(1, "Temperature"), Of(1, "Heart rate"), Of(1, "Respiratory rate")), Is.EqualTo(("not recorded", "not recorded", "not recorded")), "36.8 °F is 2.7 °C; 400 a minute is impossible.");
            }
        });
    }

    [Test]
    public async Task Scores_give_baseline_rows_without_a_model()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-triage-").FullName;
        try
        {
            var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(CreateBenchmark(), CreateSource())], Models = [.. TriageScoreClient.All] };
            var summary = await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder, "run") });
            Assert.That(summary.Cells.Select(cell => cell.Model), Is.EqualTo(["triage-esi", "triage-news", "triage-news2", "triage-mews", "triage-rems", "triage-cart"]));
            Assert.That(summary.Cells.Select(cell => cell.Outcomes.GetValueOrDefault(Outcome.Unparsed)), Is.All.Zero);
            if (id == "ed-triage-critical")
            {
                // Two critical visits of six, by hand. NEWS 12 and 6, the others at most 1; CART 32 and 15, the others at most 4. MEWS gives the second of them 1 (a heart rate of 45), as it gives all four others for their breaths: (1 + ½) / 2.
                Assert.That(summary.Cells.Select(cell => cell.Score!.Value.Estimate), Is.EqualTo([1, 1, 1, 0.75, 1, 1]));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task Records_reach_no_model_beyond_this_machine_unless_allowed()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-triage-").FullName;
        try
        {
            var remote = new ScriptedModelClient(_ => "Probability: 0.5") { Info = new ModelInfo { Id = "remote", Endpoint = new Uri("https://models.example/v1") } };
            var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(CreateBenchmark(), CreateSource())], Models = [remote] };
            var error = await Assert.ThrowsAsync<PlanException>(() => new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder, "refused") }));
            Assert.That(error!.Message, Does.Contain($"The benchmark '{id}' is restricted").And.Contain("the model 'remote' at https://models.example/v1"));
            Assert.That(remote.Requests, Is.Empty);
            await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder, "allowed"), AllowRestrictedData = true });
            Assert.That(remote.Requests, Is.Not.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("Probability: 0.25", 0.25)]
    [TestCase("probability: **85 %**", 0.85)]
    [TestCase("Probability: 0.9\nOn reflection\nProbability: .1", 0.1)]
    [TestCase("Probability: 1.", 1.0)]
    [TestCase("Probability: 7", null)]
    [TestCase("Probability: -0.2", null)]
    [TestCase("Probability: unknown", null)]
    [TestCase("It is likely, 0.8", null)]
    [TestCase("", null)]
    public void The_last_labelled_probability_counts(string reply, double? expected) => Assert.That(EdTriagePrompt.Read(reply), Is.EqualTo(expected));

    [Test]
    public async Task What_is_missing_is_named()
    {
        Assert.That(await ExamData.ErrorAsync(async () => await CreateBenchmark().LoadAsync("validation", CreateSource()).CountAsync()), Is.EqualTo($"{id}: there is no split 'validation'. Choose one of test, train, all."));
        Assert.That(await ExamData.ErrorAsync(async () => await CreateBenchmark().LoadAsync("train", CreateSource()).CountAsync()), Does.Contain("train.csv was not found in "));
    }

    protected override IBenchmark CreateBenchmark() => id switch { "ed-triage-hospitalization" => new EdTriageHospitalization(), "ed-triage-critical" => new EdTriageCritical(), _ => new EdTriageRevisit() };

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new Seer(samples);

    protected override Prediction CreateRightPrediction(Sample sample) => new NumberPrediction(((LabelsTarget)sample.Target).Labels.Count);

    /// <summary>Knows what becomes of each visit, by its chief complaint.</summary>
    private sealed class Seer(IReadOnlyList<Sample> samples) : IModelClient
    {
        public ModelInfo Info { get; } = OracleModelClient.WithEveryPower with { Id = "seer" };

        public Task<Microsoft.Extensions.AI.ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
        {
            var sample = samples.Single(sample => request.Messages[^1].Text.Contains($"Chief complaint: {sample.Input.Context[2].Text}\n", StringComparison.Ordinal));
            var reply = ((LabelsTarget)sample.Target).Labels.Count > 0 ? "Probability: 0.98" : "Probability: 0.02";
            return Task.FromResult(new Microsoft.Extensions.AI.ChatResponse(new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, reply)) { ModelId = Info.Id });
        }
    }
}
