using MedBench.Testing;

namespace MedBench.Tests.Scoring.Numbers;

public sealed class AbstentionTests
{
    private static readonly Sample Unanswerable = new() { Input = new SampleInput { Id = "1", Stem = "?" }, Target = new AbstentionTarget() };

    private static readonly IScorer[] Scorers = [new NumberScorer(), new CalculationScorer()];

    [TestCaseSource(nameof(Scorers))]
    public async Task Abstaining_is_right_where_there_is_no_answer_and_every_answer_wrong(IScorer scorer)
    {
        Assert.That(await ScoreAsync(scorer, Unanswerable, new Unanswered(Outcome.Abstained)), Is.EqualTo((Outcome.Correct, "N/A", "N/A")));
        Assert.That(await ScoreAsync(scorer, Unanswerable, new NumberPrediction(7)), Is.EqualTo((Outcome.Incorrect, "N/A", "7")));
    }

    [TestCaseSource(nameof(Scorers))]
    public async Task Silence_and_refusal_are_no_abstention(IScorer scorer)
    {
        foreach (var outcome in new[] { Outcome.Unparsed, Outcome.Refused, Outcome.Truncated })
        {
            Assert.That((await ScoreAsync(scorer, Unanswerable, new Unanswered(outcome))).Outcome, Is.EqualTo(outcome));
        }
    }

    [TestCaseSource(nameof(Scorers))]
    public async Task Abstaining_is_not_right_where_there_is_an_answer(IScorer scorer)
    {
        var answerable = Unanswerable with { Target = new NumberTarget(7, 7, 7) };
        Assert.That((await ScoreAsync(scorer, answerable, new Unanswered(Outcome.Abstained))).Outcome, Is.EqualTo(Outcome.Abstained));
    }

    [Test]
    public async Task A_gestational_age_counts_as_days_where_a_number_is_asked_for()
    {
        var days = Unanswerable with { Target = new NumberTarget(99, 94.05, 103.95) };
        Assert.That(await ScoreAsync(new CalculationScorer(), days, new TextPrediction("14 weeks, 1 day")), Is.EqualTo((Outcome.Correct, "99", "99")));
        Assert.That((await ScoreAsync(new CalculationScorer(), days, new TextPrediction("15 weeks, 1 day"))).Outcome, Is.EqualTo(Outcome.Incorrect));
    }

    [Test]
    public async Task A_prediction_of_another_kind_is_a_programming_error_all_the_same()
        => await Assert.ThrowsAsync<InvalidOperationException>(async () => await new NumberScorer().ScoreAsync(Unanswerable, new TextPrediction("7"), new TestModelAccess()));

    private static async Task<(Outcome Outcome, string? Gold, string? Predicted)> ScoreAsync(IScorer scorer, Sample sample, Prediction prediction)
    {
        var score = await scorer.ScoreAsync(sample, prediction, new TestModelAccess());
        return (score.Outcome, score.Gold, score.Predicted);
    }
}
