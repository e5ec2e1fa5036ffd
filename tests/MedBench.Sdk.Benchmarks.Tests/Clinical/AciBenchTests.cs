using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Clinical;

public sealed class AciBenchTests : PublishedBenchmarkSpecification
{
    [Test]
    public async Task A_record_becomes_a_conversation_with_its_note_and_groups()
    {
        var samples = await ExamData.LoadAsync(new AciBench(), CreateSource());
        Assert.That(samples[1].Input.Stem, Does.StartWith("[doctor] so your blood pressure").And.EndWith("let's start lisinopril ."));
        Assert.That(((TextTarget)samples[1].Target).References.Single(), Does.StartWith("CHIEF COMPLAINT\n\nElevated blood pressure."));
        Assert.That(samples[1].Tags, Is.EquivalentTo(new Dictionary<string, string> { ["collection"] = "aci", ["dialogue"] = "at most 512 words", ["gender"] = "male", ["complaint"] = "hypertension", ["second-complaints"] = "diabetes" }));
    }

    [Test]
    public async Task The_instruction_is_the_papers_and_the_conversation_follows()
    {
        var sample = (await ExamData.LoadAsync(new AciBench(), CreateSource()))[0];
        var subject = new ScriptedModelClient(_ => "CHIEF COMPLAINT\n\nPain.");
        await new AciBench().DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(subject));
        Assert.That(subject.Requests.Single().Messages.Single().Text, Is.EqualTo(
            "summarize the conversation to generate a clinical note with four sections: HISTORY OF PRESENT ILLNESS, PHYSICAL EXAM, RESULTS, ASSESSMENT AND PLAN. The conversation is:\n" + sample.Input.Stem));
    }

    [TestCase("## PHYSICAL EXAM\n- clear", "PHYSICAL EXAM\n- clear")]
    [TestCase("**HISTORY OF PRESENT ILLNESS:**\n**Anna** is 30.", "HISTORY OF PRESENT ILLNESS:\n**Anna** is 30.")]
    [TestCase("3. **RESULTS**\nnone", "RESULTS\nnone")]
    [TestCase("1. Take ibuprofen.", "1. Take ibuprofen.")]
    [TestCase("<think>first</think>\nPLAN\nrest", "PLAN\nrest")]
    public void Headings_are_freed_of_marks_and_nothing_else_changes(string reply, string note)
        => Assert.That(AciBenchPrompting.Read(reply), Is.EqualTo(new TextPrediction(note) { Reply = reply }));

    [TestCase("")]
    [TestCase("<think>I wonder")]
    public void A_reply_without_a_note_is_unparsed(string reply) => Assert.That(AciBenchPrompting.Read(reply), Is.InstanceOf<Unanswered>());

    [TestCase("test1", 40)]
    [TestCase("test2", 40)]
    [TestCase("valid", 20)]
    public async Task The_published_files_are_read_and_counted(string split, int count)
    {
        var samples = await new AciBench().LoadAsync(split, ExamData.Published("aci-bench")).ToListAsync();
        Assert.That(samples, Has.Count.EqualTo(count));
        Assert.That(samples.Count(sample => sample.Tags.ContainsKey("gender")), Is.GreaterThanOrEqualTo(count - 1), "One encounter has no gender in the published metadata.");
    }

    protected override IBenchmark CreateBenchmark() => new AciBench();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples) { Info = OracleModelClient.WithEveryPower, Format = static (_, answer) => answer };
}
