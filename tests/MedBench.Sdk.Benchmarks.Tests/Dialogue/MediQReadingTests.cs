using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>Odd replies, read rightly and as the published code reads them: <c>src/expert_basics.py</c> of stellalisy/mediQ at faa2ce6, run with Python 3.11.</summary>
public sealed class MediQReadingTests
{
    private static readonly MediQReading Correct = new([]);
    private static readonly MediQReading Published = new(MediQCompat.Expert);
    private static readonly ChoiceOption[] Options = [new("A", "Graves disease"), new("B", "Hashimoto thyroiditis"), new("C", "Panic disorder"), new("D", "Toxic adenoma")];

    [TestCase("The answer is B.", "B", "B")]
    [TestCase("D", "D", "D")]
    [TestCase("A patient with heat intolerance needs B", null, "A")]
    [TestCase("I think Toxic adenoma is unlikely; C", null, "D")]
    [TestCase("no idea", null, null)]
    public void Letters(string reply, string? correct, string? published)
    {
        Assert.That(Published.Choice(reply, Options), Is.EqualTo(published));
        Assert.That(Correct.Choice(reply, Options), correct is null ? Is.Not.EqualTo("A") : Is.EqualTo(correct));
    }

    [TestCase("YES", true, true)]
    [TestCase("no", false, false)]
    [TestCase("REASON: yes and no.\nDECISION: NO", false, true)]
    [TestCase("REASON: The eyes matter.\nDECISION: NO", false, true)]
    [TestCase("REASON: I know enough.\nDECISION: Yes.", true, true)]
    [TestCase("perhaps", false, false)]
    [TestCase("eyes", false, true)]
    public void Yes_and_no(string reply, bool correct, bool published)
        => Assert.That((Correct.Yes(reply), Published.Yes(reply)), Is.EqualTo((correct, published)));

    [TestCase("0.7", 0.7, 0.7)]
    [TestCase("SCORE: 85%", 0.85, null)]
    [TestCase("SCORE: 85.0", null, 85.0)]
    [TestCase("1", 1.0, null)]
    [TestCase("REASON: 3 of 4 features.\nSCORE: .5", 0.5, null)]
    [TestCase("0.2 of 3; 0.4", 0.4, 0.4)]
    [TestCase("high", null, null)]
    public void Scores(string reply, double? correct, double? published)
    {
        Assert.That(Correct.Score(reply, Random()), Is.EqualTo(correct));
        Assert.That(Published.Score(reply, Random()), published is null ? Is.InRange(0.0, 0.4) : Is.EqualTo(published));
    }

    [TestCase("Somewhat Confident", 4.0, 4.0)]
    [TestCase("Neither Confident or Unconfident", 3.0, 3.0)]
    [TestCase("neither confident nor unconfident.", 3.0, 3.0)]
    [TestCase("REASON: I am not very confident.\nDECISION: Somewhat Unconfident", 2.0, 5.0)]
    [TestCase("First I was very confident, now I am very unconfident", 1.0, 5.0)]
    [TestCase("hm", null, 0.0)]
    public void Ratings(string reply, double? correct, double published)
        => Assert.That((Correct.Rating(reply), Published.Rating(reply)), Is.EqualTo((correct, (double?)published)));

    [TestCase("ATOMIC QUESTION: Has the patient's mother had it?", "Has the patient's mother had it?", "Has the patients mother had it?")]
    [TestCase("QUESTION: Is it at night: after ten?", "Is it at night: after ten?", "after ten?")]
    [TestCase("**ATOMIC QUESTION:** \"Any fever?\"", "Any fever?", "** Any fever?")]
    [TestCase("Thank you.\nPlease describe the pain.", "Please describe the pain.", null)]
    [TestCase("?", "?", "?")]
    public void Questions(string reply, string correct, string? published)
        => Assert.That((Correct.Question(reply), Published.Question(reply)), Is.EqualTo((correct, published)));

    [TestCase("REASON: Could it be B?\nANSWER: B", "B", null)]
    [TestCase("REASON: A is possible.\nQUESTION: Any fever?", null, "Any fever?")]
    [TestCase("C", "C", null)]
    [TestCase("Tell me about the pain.", null, "Tell me about the pain.")]
    public void A_reply_that_asks_or_answers(string reply, string? letter, string? question)
        => Assert.That(Correct.Either(reply, Options), Is.EqualTo((letter, question)));

    [Test]
    public void Published_a_question_mark_in_the_reason_makes_an_answer_a_question()
        => Assert.That(Published.Either("REASON: Could it be B?\nANSWER: B", Options), Is.EqualTo((default(string), "Could it be B?")));

    [Test]
    public void Replies_of_any_length_are_read()
    {
        var reply = string.Concat(Enumerable.Repeat("DECISION: very 1.5 \"?:'A ", 20_000));
        Assert.That(() => (Correct.Choice(reply, Options), Correct.Yes(reply), Correct.Score(reply, Random()), Correct.Rating(reply), Correct.Question(reply)), Throws.Nothing);
        Assert.That(() => (Published.Choice(reply, Options), Published.Yes(reply), Published.Score(reply, Random()), Published.Rating(reply), Published.Question(reply)), Throws.Nothing);
    }

    private static SeededRandom Random() => new TestModelAccess { Seed = 1 }.CreateRandom("score");
}
