using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>The conversion of any set, over the embedded one.</summary>
public sealed class InteractiveBenchmarkTests : BenchmarkSpecification
{
    [Test]
    public async Task Vignettes_become_dialogues_and_keep_their_ids_and_answers()
    {
        var questions = (await ExamData.LoadAsync(new MedBenchMini(), CreateSource())).ToDictionary(sample => sample.Input.Id);
        var dialogues = await ExamData.LoadAsync(CreateBenchmark(), CreateSource());
        TestContext.Out.WriteLine($"{dialogues.Count} of {questions.Count} questions have a vignette: {string.Join(' ', dialogues.CountBy(sample => sample.Tags["format"]))}");
        Assert.That(dialogues, Has.Count.EqualTo(37));
        foreach (var dialogue in dialogues)
        {
            var question = questions[dialogue.Input.Id];
            var record = ((MediQPatient)dialogue.Input.Environment!).Case;
            Assert.Multiple(() =>
            {
                Assert.That(string.Join(' ', [.. record.Sentences, dialogue.Input.Stem]), Is.EqualTo(string.Join(' ', question.Input.Stem.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
                Assert.That(dialogue.Input.Context.Single().Text, Is.EqualTo(record.Sentences[0]));
                Assert.That(record.Facts[1], Is.EqualTo($"2. {record.Sentences[1]}"));
                Assert.That(ExamData.Gold(dialogue), Is.EqualTo(ExamData.Gold(question)));
                Assert.That(dialogue.Input.Options, Is.EqualTo(question.Input.Options));
                Assert.That(dialogue.Tags, Is.EquivalentTo(question.Tags));
            });
        }
    }

    [Test]
    public void The_card_says_that_it_is_a_conversion()
    {
        var card = CreateBenchmark().Card;
        Assert.Multiple(() =>
        {
            Assert.That((card.Id, card.Version, card.Kind), Is.EqualTo(("interactive-medbench-mini", "1-FactSelect-1 of 1", BenchmarkKind.Dialogue)));
            Assert.That(card.RequiredRoles, Is.EqualTo(new[] { ModelRole.Patient }));
            Assert.That(card.Remarks, Has.Some.StartsWith("Converted, not published"));
            Assert.That(new InteractiveBenchmark(new MedBenchMini(), new InteractiveOptions { InitialSentences = 2, BreaksUpFacts = true }).Card.Version, Is.EqualTo("1-FactSelect-2-atomic of 1"));
        });
    }

    [Test]
    public async Task Plain_questions_stay_on_request_and_a_set_without_vignettes_is_refused()
    {
        var all = await ExamData.LoadAsync(new InteractiveBenchmark(new MedBenchMini(), new InteractiveOptions { KeepsPlainQuestions = true }), CreateSource());
        var kept = await ExamData.LoadAsync(CreateBenchmark(), CreateSource());
        Assert.That(all, Has.Count.GreaterThan(kept.Count));
        Assert.That(
            await ExamData.ErrorAsync(async () => await ExamData.LoadAsync(new InteractiveBenchmark(new MedBenchMini(), new InteractiveOptions { InitialSentences = 99 }), CreateSource())),
            Does.StartWith("interactive-medbench-mini: none of the 120 samples of 'medbench-mini' is a question with options after a vignette."));
    }

    [TestCase("A man coughs. He smokes. What is it?", "A man coughs.|He smokes.", "What is it?")]
    [TestCase("His temperature is 37.5 °C (99.5 °F). E. coli grows. Which drug?", "His temperature is 37.5 °C (99.5 °F).|E. coli grows.", "Which drug?")]
    [TestCase("Dr. Smith sees a man. The cause is", "Dr. Smith sees a man.", "The cause is")]
    [TestCase("Is this one sentence?", "", "Is this one sentence?")]
    [TestCase("He asks \"why me?\" and weeps. Which is it? Choose one.", "He asks \"why me?\" and weeps.", "Which is it? Choose one.")]
    [TestCase("She says \"it hurts.\" She vomits.\nLabs:\nNa 130\nWhat now?", "She says \"it hurts.\"|She vomits.|Labs:|Na 130", "What now?")]
    [TestCase("患者发热。咳嗽三天。最可能的诊断是？", "患者发热。|咳嗽三天。", "最可能的诊断是？")]
    [TestCase("", "", "")]
    public void A_vignette_is_taken_apart(string text, string sentences, string question)
    {
        var vignette = VignetteText.Read(text);
        Assert.That((string.Join('|', vignette.Sentences), vignette.Question), Is.EqualTo((sentences, question)));
    }

    protected override IBenchmark CreateBenchmark() => new InteractiveBenchmark(new MedBenchMini());

    protected override IDatasetSource CreateSource() => DatasetSource.None;

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => MediQPlayers.Doctor(samples);

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => new Dictionary<string, IModelClient> { [ModelRole.Patient] = MediQPlayers.Patient() };
}
