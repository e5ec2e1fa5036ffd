using MedBench.Testing;

namespace MedBench.Tests.Scoring.Judging;

public sealed class PairwiseScorerTests
{
    /// <summary>How lavita-ai/medical-eval-sphere combines the two orders: equal verdicts stand, any others are a tie.</summary>
    [TestCase("first", "second", 1, 1)]
    [TestCase("second", "first", 0, 1)]
    [TestCase("tie", "tie", 0.5, 1)]
    [TestCase("first", "first", 0.5, 0)]
    [TestCase("second", "second", 0.5, 0)]
    [TestCase("first", "tie", 0.5, 0)]
    [TestCase("tie", "first", 0.5, 0)]
    public async Task Both_orders_must_agree(string candidateFirst, string referenceFirst, double value, double consistent)
    {
        var judge = new ScriptedModelClient(request => Say(request.Purpose == "pair/candidate-first" ? candidateFirst : referenceFirst));
        var score = await ScoreAsync(judge);
        Assert.That((score.Outcome, score.Value, score.Parts["consistent"]), Is.EqualTo((Outcome.Graded, value, consistent)));
    }

    [Test]
    public async Task Each_answer_stands_once_in_each_place()
    {
        var judge = new ScriptedModelClient(_ => Say("tie"));
        await ScoreAsync(judge);
        Assert.That(
            judge.Requests.OrderBy(request => request.Purpose, StringComparer.Ordinal).Select(request => JudgedData.Of(request)),
            Is.EqualTo(new[] { new[] { "What helps?", "mine", "theirs" }, ["What helps?", "theirs", "mine"] }));
    }

    [Test]
    public async Task The_reference_of_a_rubric_is_compared_with_as_well()
    {
        var judge = new ScriptedModelClient(_ => Say("tie"));
        var target = JudgedData.Rubric(("c", 1, [])) with { References = ["ideal", "other"] };
        await new PairwiseScorer().ScoreAsync(JudgedData.Sample(target), new TextPrediction("mine"), JudgedData.Access(judge));
        Assert.That(judge.Requests.Select(request => JudgedData.Of(request)[2]), Is.EquivalentTo(["ideal", "mine"]));
    }

    [TestCase("{\"winner\":\"A\"}")]
    [TestCase("{\"winner\":\"FIRST\"}")]
    [TestCase("{\"winner\":\"first\"}{\"winner\":\"second\"}")]
    [TestCase("first")]
    public async Task A_winner_off_the_menu_is_no_verdict(string reply)
    {
        var score = await ScoreAsync(new ScriptedModelClient(_ => reply));
        Assert.That((score.Outcome, score.Value), Is.EqualTo((Outcome.Failed, default(double?))));
        Assert.That(score.Explanation, Does.StartWith("The scorer 'pairwise' got no verdict on pair/candidate-first: "));
    }

    [Test]
    public async Task One_order_without_a_verdict_is_no_verdict()
    {
        var score = await ScoreAsync(new ScriptedModelClient(request => request.Purpose.StartsWith("pair/reference", StringComparison.Ordinal) ? "?" : Say("first")));
        Assert.That((score.Outcome, score.Value), Is.EqualTo((Outcome.Failed, default(double?))), "a win in one order alone is worth nothing");
    }

    private static string Say(string winner) => $"{{\"explanation\":\"\",\"winner\":\"{winner}\"}}";

    private static async Task<Score> ScoreAsync(IModelClient judge)
        => await new PairwiseScorer().ScoreAsync(JudgedData.Sample(new TextTarget(["theirs", "unused"])), new TextPrediction("mine"), JudgedData.Access(judge));
}
