using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Benchmarks.Tests.OpenAnswers;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Diagnosis;

public sealed class DiagnosisArenaMcqTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new DiagnosisArenaMcq();

    /// <summary>The prompt of code/inference_mcq.py @ 66e7a55, filled by Python's % operator with the options as a dictionary.</summary>
    [Test]
    public async Task The_prompt_is_the_published_one()
    {
        var samples = await ExamData.LoadAsync(new DiagnosisArenaMcq(), CreateSource());
        var subject = new ScriptedModelClient(@"Final answer: \boxed{B}");
        await new DiagnosisArenaMcq().DefaultStrategy.PredictAsync(samples[0].Input, new TestModelAccess(subject));
        Assert.That(Hash.Of(subject.Requests.Single().Messages.Single().Text), Is.EqualTo("6f05b0bebc385bc2bdbeb99e72f881b47cbf2ce8cdf77994876877bf35dd8543"));
        Assert.That(samples.Select(ExamData.Gold), Is.EqualTo(["B", "D", "A"]), "a small letter names the same option");
    }

    [TestCase(@"Final answer: \boxed{B}", "B", "B")]
    [TestCase(@"Final answer: \boxed{ b }", "B", "B")]
    [TestCase(@"Final answer: \boxed{B. Sarcoidosis}", "B", null)]
    [TestCase("The answer is B.", "B", null)]
    [TestCase(@"Not \boxed{A}. Correction: the answer is \boxed{B}", "B", "A")]
    [TestCase("I cannot tell.", null, null)]
    public async Task Replies_are_read_in_full_or_as_published(string reply, string? label, string? published)
    {
        var input = (await ExamData.LoadAsync(new DiagnosisArenaMcq(), CreateSource()))[0].Input;
        var (full, first) = (new DiagnosisArenaMcq().DefaultStrategy, new DiagnosisArenaMcq(readsAsPublished: true).DefaultStrategy);
        Assert.That(((await full.PredictAsync(input, new TestModelAccess(new ScriptedModelClient(reply)))) as ChoicePrediction)?.Labels.Single(), Is.EqualTo(label));
        Assert.That(((await first.PredictAsync(input, new TestModelAccess(new ScriptedModelClient(reply)))) as ChoicePrediction)?.Labels.Single(), Is.EqualTo(published));
        Assert.That((full.Info.Parameters.GetValueOrDefault("compat"), first.Info.Parameters["compat"]), Is.EqualTo((default(string), "diagnosisarena-first-box")));
    }
}
