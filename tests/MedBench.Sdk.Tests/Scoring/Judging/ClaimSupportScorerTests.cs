using MedBench.Testing;

namespace MedBench.Tests.Scoring.Judging;

public sealed class ClaimSupportScorerTests
{
    private static readonly RubricTarget Claims = JudgedData.Rubric(("m1 yes", 1, ["must-have"]), ("m2 yes", 1, ["must-have", "topic:x"]), ("m3 no", 1, ["must-have"]), ("n1 no", 0, ["nice-to-have"]), ("n2 none", 0, ["nice-to-have"]));

    /// <summary>
    /// By hand from the definitions: K-QA's <c>compute_macro_scores</c> (recall; contradicted statements per question) and OLAPH's HALLUCINATION and
    /// COMPREHENSIVENESS: entailed 2 of 3 must-have, contradicted 2 of 5.
    /// </summary>
    [Test]
    public async Task Both_published_hallucinations_stand_side_by_side([Values] bool separately, [Values] ClaimHeadline headline)
    {
        var scorer = new ClaimSupportScorer(new ClaimSupportOptions { AsksSeparately = separately, Headline = headline });
        var judge = Judge();
        var score = await scorer.ScoreAsync(JudgedData.Sample(Claims), new TextPrediction("long answer"), JudgedData.Access(judge));
        Assert.Multiple(() =>
        {
            Assert.That((score.Parts["comprehensiveness"], score.Parts["hallucination-count"], score.Parts["hallucination-rate"]), Is.EqualTo((2 / 3.0, 2.0, 0.4)));
            Assert.That((score.Parts["must-have"], score.Parts["entailed"], score.Parts["claims"]), Is.EqualTo((3.0, 2.0, 5.0)));
            Assert.That(score.Value, Is.EqualTo(headline == ClaimHeadline.Factuality ? (2 / 3.0) - 0.4 : 2 / 3.0));
            Assert.That(scorer.Info.Metric, Is.EqualTo(headline == ClaimHeadline.Factuality ? "factuality" : "comprehensiveness"));
            Assert.That(judge.Requests, Has.Count.EqualTo(separately ? 8 : 5), "entailment of what is nice to have is of no use");
            Assert.That(JudgedData.Of(judge.Requests[0])[..2], Is.EqualTo(["What helps?", "long answer"]));
        });
    }

    [Test]
    public async Task Without_a_must_have_claim_nothing_is_comprehensive()
    {
        var score = await new ClaimSupportScorer().ScoreAsync(JudgedData.Sample(JudgedData.Rubric(("n yes", 1, ["nice-to-have"]))), new TextPrediction("x"), JudgedData.Access(Judge()));
        Assert.That((score.Value, score.Parts["hallucination-rate"]), Is.EqualTo((0.0, 0.0)), "as OLAPH's code counts");
    }

    [Test]
    public async Task Without_any_claim_there_is_nothing_to_ask_and_nothing_to_win()
    {
        var judge = Judge();
        var score = await new ClaimSupportScorer().ScoreAsync(JudgedData.Sample(JudgedData.Rubric()), new TextPrediction("x"), JudgedData.Access(judge));
        Assert.That((score.Value, score.Parts["hallucination-rate"], judge.Requests.Count), Is.EqualTo((0.0, 0.0, 0)), "as OLAPH's code counts");
    }

    [Test]
    public async Task Published_questions_take_the_place_of_the_built_in_ones()
    {
        var reading = VerdictReading.Flag("yes-v1", reply => reply switch { "yes" => true, "no" => false, _ => null });
        var prompts = new ClaimPrompts
        {
            Entailment = new JudgePrompt("Q {question} A {answer} C {claim} entailed?") { IsVerbatim = true, Reading = reading },
            Contradiction = new JudgePrompt("Q {question} A {answer} C {claim} contradicted?") { IsVerbatim = true, Reading = reading },
        };
        var judge = new ScriptedModelClient(request => request.Messages.Single().Text.EndsWith("yes entailed?", StringComparison.Ordinal) || request.Messages.Single().Text.EndsWith("no contradicted?", StringComparison.Ordinal) ? "yes" : "no");
        var scorer = new ClaimSupportScorer(new ClaimSupportOptions { Prompts = prompts });
        var score = await scorer.ScoreAsync(JudgedData.Sample(Claims), new TextPrediction("long answer"), JudgedData.Access(judge));
        Assert.Multiple(() =>
        {
            Assert.That((score.Value, score.Parts["hallucination-count"]), Is.EqualTo((2 / 3.0, 2.0)));
            Assert.That(judge.Requests.Select(request => request.Messages.Single().Text), Does.Contain("Q What helps? A long answer C m1 yes entailed?"));
            Assert.That((scorer.Info.Parameters["questions"], scorer.Info.Parameters["prompt-form"], scorer.Info.Parameters["judge-schema"]), Is.EqualTo(("two", "as published", "not sent")));
        });
    }

    [TestCase("{\"relation\":\"Entailment\"}")]
    [TestCase("{\"relation\":true}")]
    [TestCase("True")]
    public async Task A_relation_off_the_menu_is_no_verdict(string reply)
    {
        var score = await new ClaimSupportScorer().ScoreAsync(JudgedData.Sample(Claims), new TextPrediction("x"), JudgedData.Access(new ScriptedModelClient(_ => reply)));
        Assert.That((score.Outcome, score.Value), Is.EqualTo((Outcome.Failed, default(double?))));
        Assert.That(score.Explanation, Does.StartWith("The scorer 'claim-support' got no verdict on claim/1/relation: "));
    }

    [Test]
    public void A_claim_of_neither_or_both_kinds_is_a_programming_error()
    {
        foreach (var target in new[] { JudgedData.Rubric(("c", 1, [])), JudgedData.Rubric(("c", 1, ["must-have", "nice-to-have"])) })
        {
            Assert.That(async () => await new ClaimSupportScorer().ScoreAsync(JudgedData.Sample(target), new TextPrediction("x"), JudgedData.Access()), Throws.InvalidOperationException.With.Message.StartsWith("Sample 's1' has a claim that is not tagged"));
        }
    }

    /// <summary>A judge who knows from the claim's last word what the answer makes of it.</summary>
    private static ScriptedModelClient Judge() => new(request =>
    {
        var word = JudgedData.Of(request)[2].Split(' ')[1];
        return request.Purpose.Split('/')[2] switch
        {
            "relation" => $"{{\"explanation\":\"\",\"relation\":\"{(word == "yes" ? "entailed" : word == "no" ? "contradicted" : "neutral")}\"}}",
            "entailed" => $"{{\"holds\":{(word == "yes" ? "true" : "false")}}}",
            _ => $"{{\"holds\":{(word == "no" ? "true" : "false")}}}",
        };
    });
}
