using MedBench.Testing;

namespace MedBench.Tests.Scoring.Choice;

public sealed class AnswerSetScorerTests : ScorerSpecification
{
    private static readonly ChoiceTarget Target = new("A", "C", "E") { Essential = ["C"], Prohibited = ["B"] };

    [TestCase(AnswerSetMeasure.F1, "choice-f1", 0.8)]
    [TestCase(AnswerSetMeasure.Jaccard, "choice-jaccard", 2.0 / 3)]
    [TestCase(AnswerSetMeasure.Hamming, "choice-hamming", 0.8)]
    [TestCase(AnswerSetMeasure.Lca, "choice-lca", 0.5)]
    [TestCase(AnswerSetMeasure.LcaUnmarked, "choice-lca-unmarked", 0.5)]
    public async Task The_value_is_the_measure_and_the_parts_hold_them_all(AnswerSetMeasure measure, string id, double value)
    {
        var scorer = new AnswerSetScorer(measure);
        var score = await scorer.ScoreAsync(Target, ScoringTask.Chose("CA"));
        Assert.That((scorer.Info.Id, score.Outcome, score.Value), Is.EqualTo((id, Outcome.Graded, (double?)value)));
        Assert.That((score.Gold, score.Predicted), Is.EqualTo(("A,C,E", "C,A")));
        Assert.That(score.Parts, Is.EquivalentTo(new Dictionary<string, double> { ["exact"] = 0, ["f1"] = 0.8, ["jaccard"] = 2.0 / 3, ["hamming"] = 0.8, ["lca"] = 0.5 }));
    }

    [TestCase("ABCE")]
    [TestCase("AE")]
    public async Task A_prohibited_or_a_missing_essential_option_costs_the_question(string chosen)
    {
        Assert.That((await AnswerSetScorer.Lca.ScoreAsync(Target, ScoringTask.Chose(chosen))).Value, Is.Zero);
        Assert.That((await new AnswerSetScorer(AnswerSetMeasure.LcaUnmarked).ScoreAsync(Target, ScoringTask.Chose(chosen))).Value, Is.EqualTo(0.5), "As CareMedEval's own evaluation counts.");
    }

    [Test]
    public void Another_kind_of_target_is_a_mistake_of_the_benchmark()
        => Assert.That(async () => await AnswerSetScorer.F1.ScoreAsync(new NumberTarget(1, 1, 1), ScoringTask.Chose("A")),
            Throws.InvalidOperationException.With.Message.EqualTo("Sample '1' has a NumberTarget; the choice-f1 scorer needs a ChoiceTarget."));

    [Test]
    public void Another_kind_of_prediction_is_a_mistake_of_the_strategy()
        => Assert.That(async () => await AnswerSetScorer.F1.ScoreAsync(Target, new NumberPrediction(1)),
            Throws.InvalidOperationException.With.Message.EqualTo("Sample '1' was answered by a NumberPrediction; the choice-f1 scorer needs a ChoicePrediction."));

    protected override IScorer CreateScorer() => AnswerSetScorer.Jaccard;

    protected override Sample CreateSample() => ScoringTask.Question(Target);

    protected override Prediction CreateWrongPrediction(Sample sample) => ScoringTask.Chose("BD");
}
