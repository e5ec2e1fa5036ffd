namespace MedBench.Testing.Tests;

public sealed class ScorerSpecificationTests : ScorerSpecification
{
    private IScorer Scorer { get; init; } = new LetterScorer();

    protected override IScorer CreateScorer() => Scorer;

    protected override Sample CreateSample() => Questions.Scurvy;

    protected override Prediction CreateWrongPrediction(Sample sample) => new ChoicePrediction { Labels = ["A"] };

    [Test]
    public async Task Incomplete_info_is_caught()
    {
        var info = new LetterScorer().Info;
        foreach (var bad in new[] { info with { Id = "Letter" }, info with { Version = "" }, info with { Metric = "" }, info with { DenominatorPolicy = "" } })
        {
            await Caught.By(new ScorerSpecificationTests { Scorer = new LetterScorer { Info = bad } }.The_info_is_complete);
        }
    }

    [Test]
    public Task A_scorer_blind_to_the_answer_is_caught() => Caught.By(Of((_, _, _) => Score.Binary(true)).A_right_prediction_scores_higher_than_a_wrong_one);

    [Test]
    public async Task A_verdict_that_changes_is_caught()
    {
        var calls = 0;
        await Caught.By(Of((_, _, _) => Score.Graded(calls++)).The_same_prediction_scores_the_same_again);
        await Caught.By(Of((_, _, _) => Score.Graded(1) with { Explanation = $"{0.5}" }).The_same_prediction_scores_the_same_again);
    }

    [Test]
    public async Task A_verdict_on_an_unanswered_sample_is_caught()
    {
        await Caught.By(() => Of((_, _, _) => Score.Binary(false)).An_unanswered_sample_keeps_its_outcome(Outcome.Refused));
        await Caught.By(() => Of((_, _, _) => Score.None(Outcome.Failed)).An_unanswered_sample_keeps_its_outcome(Outcome.Refused));
    }

    [Test]
    public async Task Values_that_do_not_fit_are_caught()
    {
        await Caught.By(Of((_, _, _) => new Score { Outcome = Outcome.Graded, Value = double.NaN }).Values_fit_their_outcomes);
        await Caught.By(Of((_, _, _) => new Score { Outcome = Outcome.Correct, Value = 0.5 }).Values_fit_their_outcomes);
        await Caught.By(Of((_, _, _) => new Score { Outcome = Outcome.Unparsed, Value = 0 }).Values_fit_their_outcomes);
    }

    [Test]
    public Task A_scorer_that_asks_the_subject_is_caught() => Caught.By(Of((sample, prediction, models) =>
    {
        models.Subject.CompleteAsync(ModelRequest.FromText("Is it right?"));
        return LetterScorer.Grade(sample, prediction, models);
    }).The_subject_is_never_called);

    private static ScorerSpecificationTests Of(Func<Sample, Prediction, IModelAccess, Score> body) => new() { Scorer = new LetterScorer { Body = body } };
}
