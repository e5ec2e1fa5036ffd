using System.Globalization;

namespace MedBench.Tests.Scoring.Extraction;

/// <summary>States the contract of the extractor beside the corpus.</summary>
[TestFixture]
public sealed class ChoiceExtractorTests
{
    private static readonly ChoiceExtractor Extractor = new();

    [Test]
    public void The_id_carries_a_version() => Assert.That(Extractor.Id, Is.EqualTo("choice-v1"));

    [Test]
    public void The_label_is_spelled_as_in_the_options()
    {
        ChoiceOption[] options = [new("a", "Measles"), new("b", "Mumps")];

        Assert.That(Extractor.Extract("The answer is B.", options).Label, Is.EqualTo("b"));
    }

    [TestCase("Answer: B", "answer-marker")]
    [TestCase("\\boxed{B}", "answer-field")]
    [TestCase("B is correct.", "verdict")]
    [TestCase("I would go with B.", "selection")]
    [TestCase("B) Thrombin inhibitor deficiency", "opening-option")]
    [TestCase("The most likely cause is a thrombin inhibitor deficiency.", "most-likely-option")]
    [TestCase("The answer is A. The answer is B.", "conflicting-answers")]
    [TestCase("The answer is A or B.", "several-answers")]
    [TestCase("The answer is B. No, B is wrong.", "answer-withdrawn")]
    [TestCase("<think>The answer is B", "unfinished-reasoning")]
    [TestCase("I don't know.", "abstention")]
    [TestCase("I can't provide medical advice.", "refusal")]
    [TestCase("B) Deficiency in protein C", "label-contradicts-text")]
    [TestCase("The swelling suggests", "no-answer")]
    [TestCase("  ", "empty")]
    public void Reports_learn_which_rule_decided(string reply, string rule) =>
        Assert.That(Extractor.Extract(reply, QuestionOptions.Thrombosis).Rule, Is.EqualTo(rule));

    [Test]
    public void Without_options_nothing_is_read() =>
        Assert.That(Extractor.Extract("The answer is B.", []).Status, Is.EqualTo(ExtractionStatus.Unparsed));

    [Test]
    public void Options_with_the_same_text_are_told_apart_by_label_only()
    {
        ChoiceOption[] options = [new("A", "Measles"), new("B", "Measles")];

        Assert.That(Extractor.Extract("Measles", options).Label, Is.Null);
        Assert.That(Extractor.Extract("B) Measles", options).Label, Is.EqualTo("B"));
    }

    [Test]
    public void The_answer_of_an_overlong_reply_is_found_at_either_end()
    {
        var filler = new string('x', 200_000);

        Assert.That(Extractor.Extract($"The answer is B.\n{filler}", QuestionOptions.Thrombosis).Label, Is.EqualTo("B"));
        Assert.That(Extractor.Extract($"{filler}\nThe answer is B.", QuestionOptions.Thrombosis).Label, Is.EqualTo("B"));
        Assert.That(Extractor.Extract($"{filler}\nThe answer is B.\n{filler}", QuestionOptions.Thrombosis).Label, Is.Null);
    }

    [Test]
    public void A_missing_argument_is_named()
    {
        Assert.That(() => Extractor.Extract(null!, []), Throws.ArgumentNullException);
        Assert.That(() => Extractor.Extract("B", null!), Throws.ArgumentNullException);
    }

    [Test]
    [SetCulture("tr-TR")]
    public void The_culture_of_the_machine_does_not_matter()
    {
        Assert.That(CultureInfo.CurrentCulture.Name, Is.EqualTo("tr-TR"));
        Assert.That(Extractor.Extract("FINAL ANSWER IS: I", QuestionOptions.Ten).Label, Is.EqualTo("I"));
        Assert.That(Extractor.Extract("THROMBIN INHIBITOR DEFICIENCY", QuestionOptions.Thrombosis).Label, Is.EqualTo("B"));
    }
}
