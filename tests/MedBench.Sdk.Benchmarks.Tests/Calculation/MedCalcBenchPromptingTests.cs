using System.Security.Cryptography;
using System.Text;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Calculation;

public sealed class MedCalcBenchPromptingTests
{
    // The first 16 digits of the SHA-256 of "system\n---\nuser", from zero_shot, direct_answer and one_shot of the authors' evaluation/run.py (commit
    // 20b10f9) over the same fixture.
    [TestCase("medcalc-bench", "1", "95c3c2a1cab755d7")]
    [TestCase("medcalc-bench-direct", "1", "027a115435ce0d86")]
    [TestCase("medcalc-bench-one-shot", "1", "62c5b2e6becde56f")]
    [TestCase("medcalc-bench-one-shot", "4", "d76a8777e369cabb")]
    [TestCase("medcalc-bench-one-shot", "5", "7e798b348157674b")]
    public async Task Prompts_are_the_authors_to_the_byte(string strategy, string id, string hash)
    {
        var messages = (await AskAsync(Find(strategy), id)).Requests.Single().Messages;
        var text = string.Join("\n---\n", messages.Select(message => message.Text));
        Assert.That(messages.Select(message => message.Role.Value), Is.EqualTo(["system", "user"]));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16], Is.EqualTo(hash), text);
    }

    [Test]
    public async Task The_prompt_of_the_corrected_labels_allows_no_answer()
    {
        var messages = (await AskAsync(MedCalcBenchPrompting.AbstentionAllowed(), "1")).Requests.Single().Messages;
        Assert.That(messages[0].Text, Does.StartWith("You are a helpful medical assistant who gives truthful answers to the user’s questions.").And.EndWith("I cannot calculate the BMI.\n</think>\n<answer>N/A</answer>"));
        Assert.That(messages[1].Text, Is.EqualTo("Patient Note: A 50-year-old man comes for a check-up. His weight is 70 kg, his height 175 cm, and his blood pressure 120/90 mm Hg.\n\nQuestion: How high is his mean arterial pressure if stated in mm Hg?\n\nResponse:"));
    }

    [Test]
    public async Task A_calculator_without_an_example_is_not_asked()
    {
        var subject = await AskAsync(MedCalcBenchPrompting.OneShot(), "3");
        Assert.That(subject.Requests, Is.Empty);
    }

    [Test]
    public void A_published_reading_is_named_and_changes_the_strategy()
    {
        var info = MedCalcBenchPrompting.ZeroShot(MedCalcBenchReading.Published).Info;
        Assert.That(info.Parameters.Values, Has.Some.Contains("medcalc-bench-reading"));
        Assert.That(MedCalcBenchPrompting.ZeroShot().Info.Parameters.Values, Has.None.Contains("medcalc-bench-reading"));
    }

    private static IPromptStrategy Find(string id) => new[] { MedCalcBenchPrompting.ZeroShot(), MedCalcBenchPrompting.DirectAnswer(), MedCalcBenchPrompting.OneShot() }.Single(strategy => strategy.Info.Id == id);

    private static async Task<ScriptedModelClient> AskAsync(IPromptStrategy strategy, string id)
    {
        var source = DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "medcalc-bench"));
        var sample = (await ExamData.LoadAsync(new MedCalcBench(), source)).Single(sample => sample.Input.Id == id);
        var subject = new ScriptedModelClient(_ => """{"answer": "1"}""");
        await strategy.PredictAsync(sample.Input, new TestModelAccess(subject) { WorkedExamples = await ExamData.LoadPoolAsync(new MedCalcBench(), source) });
        return subject;
    }
}
