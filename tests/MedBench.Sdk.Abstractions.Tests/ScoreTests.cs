namespace MedBench.Tests;

public class ScoreTests
{
    [TestCase(true, Outcome.Correct, 1)]
    [TestCase(false, Outcome.Incorrect, 0)]
    public void Right_is_one_and_wrong_is_zero(bool correct, Outcome outcome, double value)
        => Assert.That(Score.Binary(correct), Is.EqualTo(new Score { Outcome = outcome, Value = value }));

    [Test]
    public void A_grade_keeps_its_value()
        => Assert.That(Score.Graded(-2.5), Is.EqualTo(new Score { Outcome = Outcome.Graded, Value = -2.5 }));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void A_grade_that_is_no_number_is_refused(double value)
        => Assert.That(() => Score.Graded(value), Throws.InstanceOf<ArgumentOutOfRangeException>()
            .With.Message.StartsWith("A grade is a finite number; leave out what has no value."));

    [Test]
    public void A_sample_without_an_answer_has_no_value(
        [Values(Outcome.Abstained, Outcome.Unparsed, Outcome.Refused, Outcome.Truncated, Outcome.Failed, Outcome.Unsupported)] Outcome outcome)
        => Assert.That(Score.None(outcome, "why"), Is.EqualTo(new Score { Outcome = outcome, Value = null, Explanation = "why" }));
}
