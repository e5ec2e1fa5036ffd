using MedBench.Testing;

namespace MedBench.Tests.Scoring.Judging;

public sealed class RankedDiagnosisScorerTests : ScorerSpecification
{
    protected override IScorer CreateScorer() => new RankedDiagnosisScorer();

    protected override Sample CreateSample() => JudgedData.Sample(new TextTarget(["Gout"]));

    protected override Prediction CreateWrongPrediction(Sample sample) => new TextPrediction("Anemia");

    protected override IModelClient CreateJudge() => Judge();

    [TestCase("Gout\nAnemia", 1, 1.0, 1.0, 1.0, 1.0)]
    [TestCase("Anemia\nGout", 1, 0.0, 0.0, 1.0, 0.5)]
    [TestCase("Anemia\nGout", 2, 1.0, 0.0, 1.0, 0.5)]
    [TestCase("Anemia\nFlu\nCold\nCough\nGout", 5, 1.0, 0.0, 1.0, 0.2)]
    [TestCase("Arthritis", 5, 0.0, 0.0, 0.0, 0.0)]
    public async Task A_list_is_right_where_one_of_the_first_is_the_same_disease(string answer, int cutoff, double value, double first, double five, double rank)
    {
        var scorer = new RankedDiagnosisScorer(new RankedDiagnosisOptions { Cutoff = cutoff });
        var score = await scorer.ScoreAsync(CreateSample(), new TextPrediction(answer), JudgedData.Access(Judge()));
        Assert.That((score.Value, score.Parts["top-1"], score.Parts["top-5"], score.Parts["mrr"], score.Gold), Is.EqualTo((value, first, five, rank, "Gout")));
        Assert.That(scorer.Info.Metric, Is.EqualTo(FormattableString.Invariant($"accuracy@{cutoff}")));
    }

    [Test]
    public async Task A_panel_takes_the_middle_grade()
    {
        IModelClient[] judges = [Saying(2), Saying(1), Saying(2)];
        var options = new RankedDiagnosisOptions { Panel = new JudgePanel { Roles = ["judge", "judge-2", "judge-3"] } };
        var score = await new RankedDiagnosisScorer(options).ScoreAsync(CreateSample(), new TextPrediction("x"), JudgedData.Access(judges));
        Assert.That((score.Parts["grade-1"], score.Parts["votes:grade-1:2"], score.Parts["votes:grade-1:1"]), Is.EqualTo((2.0, 2.0, 1.0)));
    }

    [TestCase("{\"grade-1\":3,\"grade-2\":0,\"grade-3\":0,\"grade-4\":0,\"grade-5\":0}")]
    [TestCase("{\"grade-1\":2}")]
    [TestCase("Gout is right.")]
    public async Task Grades_off_the_scale_or_left_out_are_no_verdict(string reply)
    {
        var score = await new RankedDiagnosisScorer().ScoreAsync(CreateSample(), new TextPrediction("Gout"), JudgedData.Access(new ScriptedModelClient(_ => reply)));
        Assert.That((score.Outcome, score.Gold), Is.EqualTo((Outcome.Failed, "Gout")));
    }

    [TestCase(0)]
    [TestCase(6)]
    public void The_list_has_one_to_five_places(int cutoff)
        => Assert.That(() => new RankedDiagnosisScorer(new RankedDiagnosisOptions { Cutoff = cutoff }), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>Grades line by line: 2 where the line is the reference.</summary>
    private static ScriptedModelClient Judge() => new(request =>
    {
        var data = JudgedData.Of(request);
        var grades = data[0].Split('\n').Select(line => line == data[1] ? 2 : 0).Concat(Enumerable.Repeat(0, 5)).Take(5);
        return $"{{{string.Join(", ", grades.Select((grade, i) => FormattableString.Invariant($"\"grade-{i + 1}\": {grade}")))}}}";
    });

    private static ScriptedModelClient Saying(int grade) => new(_ => FormattableString.Invariant($"{{\"grade-1\": {grade}, \"grade-2\": 0, \"grade-3\": 0, \"grade-4\": 0, \"grade-5\": 0}}"));
}
