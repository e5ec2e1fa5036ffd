using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class MedXpertQaTextTests : PublishedBenchmarkSpecification
{
    private const string Fracture = "A 30-year-old man has a closed spiral fracture of the distal third of the humeral shaft and can extend neither wrist nor fingers. Which nerve is injured?";
    private const string Nerves = "(A) Axillary nerve (B) Radial nerve (C) Median nerve (D) Ulnar nerve (E) Musculocutaneous nerve (F) Suprascapular nerve (G) Long thoracic nerve (H) Thoracodorsal nerve (I) Dorsal scapular nerve (J) Medial pectoral nerve";

    [Test]
    public async Task Both_published_layouts_give_the_same_sample_without_its_options_in_the_stem()
    {
        var hub = await ExamData.LoadAsync(new MedXpertQaText(), CreateSource());
        var repository = await new MedXpertQaText().LoadAsync("sampled", CreateSource()).ToListAsync();
        Assert.That(hub.Take(2).Select(Show), Is.EqualTo(repository.Select(Show)));
        Assert.That((hub[0].Input.Stem, ExamData.Gold(hub[0]), hub[0].Input.Options.Count), Is.EqualTo((Fracture, "B", 10)));
        Assert.That((hub[0].Tags["medical-task"], hub[0].Tags["body-system"], hub[0].Tags["question-type"]), Is.EqualTo(("Diagnosis", "Skeletal", "Reasoning")));

        static string Show(Sample sample) => $"{sample.Input.Id} {sample.Input.Stem} {string.Join('|', sample.Input.Options)} {ExamData.Gold(sample)} {string.Join('|', sample.Tags)}";
    }

    [Test]
    public async Task Two_turns_are_asked_in_the_published_words()
    {
        var subject = new ScriptedModelClient("The radial nerve runs in the groove.", "B");
        var input = (await ExamData.LoadAsync(new MedXpertQaText(), CreateSource()))[0].Input;
        var prediction = (ChoicePrediction)await new MedXpertQaText().DefaultStrategy.PredictAsync(input, new TestModelAccess(subject));
        Assert.That(subject.Requests[1].Messages.Select(message => (message.Role, message.Text)), Is.EqualTo(new[]
        {
            (ChatRole.System, "You are a helpful medical assistant."),
            (ChatRole.User, $"Q: {Fracture}\nAnswer Choices: {Nerves}\nA: Let's think step by step."),
            (ChatRole.Assistant, "The radial nerve runs in the groove."),
            (ChatRole.User, "Therefore, among A through J, the answer is"),
        }));
        Assert.That((prediction.Labels[0], subject.Requests.Count, subject.Requests[0].Options!.Temperature, subject.Requests[0].Options!.MaxOutputTokens), Is.EqualTo(("B", 2, 0f, 2048)));
    }

    [Test]
    public async Task One_turn_is_asked_for_the_answer_only()
    {
        var subject = new ScriptedModelClient("B");
        var input = (await ExamData.LoadAsync(new MedXpertQaText(), CreateSource()))[0].Input;
        await MedXpertQaPrompting.AnswerOnly().PredictAsync(input, new TestModelAccess(subject));
        Assert.That(subject.Requests.Single().Messages.Select(message => message.Text), Is.EqualTo(new[] { "Please answer only.", $"Q: {Fracture}\nAnswer Choices: {Nerves}\nA: Among A through J, the answer is" }));
    }

    // Published: values of answer_cleansing("zero_shot", …) of eval/utils.py at f21247d, run with Python 3.11 on the same replies, ten options.
    [TestCase("B", "B", "B")]
    [TestCase("the answer is (C) Median nerve.", "C", "C")]
    [TestCase("A wrist drop points to the radial nerve. Answer: B", "B", "A")]
    [TestCase("I would choose B.", "B", "I")]
    [TestCase("Therefore, among A through J, the answer is D.", "D", "D")]
    [TestCase("I understand. A through J are given; it must be G.", "G", "G")]
    [TestCase("none of them", null, null)]
    public async Task An_article_is_an_answer_only_to_the_published_reader(string reply, string? read, string? published)
    {
        var input = (await ExamData.LoadAsync(new MedXpertQaText(), CreateSource()))[0].Input;
        Assert.That((await ReadAsync(), await ReadAsync(MedXpertQaPrompting.FirstCapital)), Is.EqualTo((read, published)));

        async Task<string?> ReadAsync(params string[] compat)
            => (await MedXpertQaPrompting.ZeroShot(compat).PredictAsync(input, new TestModelAccess(new ScriptedModelClient("Let me think.", reply))) as ChoicePrediction)?.Labels[0];
    }

    [Test]
    public void A_reproduced_defect_is_named_and_an_unknown_one_refused()
    {
        Assert.That(MedXpertQaPrompting.ZeroShot(MedXpertQaPrompting.FirstCapital).Info.Parameters["compat"], Is.EqualTo("first-capital"));
        Assert.That(() => MedXpertQaPrompting.AnswerOnly("x"), Throws.ArgumentException.With.Message.StartsWith("There is no compat rule 'x' for MedXpertQA."));
    }

    [Test]
    public async Task The_published_sample_is_read_and_counted()
    {
        var samples = await new MedXpertQaText().LoadAsync("sampled", ExamData.Published("medxpertqa")).ToListAsync();
        Assert.That((samples.Count, ExamData.Balance(samples)), Is.EqualTo((244, "A 27 B 21 C 17 D 31 E 30 F 19 G 22 H 20 I 26 J 31")));
        Assert.That((samples.Count(sample => sample.Tags["question-type"] == "Reasoning"), samples.Count(sample => sample.Tags["medical-task"] == "Diagnosis"), samples.All(sample => sample.Input.Options.Count == 10)), Is.EqualTo((186, 100, true)));
        Assert.That(samples.Where(sample => sample.Input.Stem.Contains("Answer Choices", StringComparison.Ordinal)), Is.Empty);
    }

    protected override IBenchmark CreateBenchmark() => new MedXpertQaText();
}
