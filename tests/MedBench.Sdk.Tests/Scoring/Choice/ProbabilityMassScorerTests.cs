using MedBench.Metrics;
using MedBench.Testing;

namespace MedBench.Tests.Scoring.Choice;

public sealed class ProbabilityMassScorerTests
{
    // numpy 1.24 as in lm-evaluation-harness at 4e7e0d4, process_results_mc2: p = exp(ll); p /= p.sum(); p[labels == 1].sum().
    [TestCase(new[] { -1.5, -2.0, -3.0, -0.5 }, "A C", 0.2689414213699951)]
    [TestCase(new[] { -31.7, -28.25, -40.0, -29.5, -33.125 }, "B E", 0.7599668883374314)]
    // numpy gives nan here; scipy 1.10.1, scipy.special.softmax([-800, -801])[0].
    [TestCase(new[] { -800.0, -801.0 }, "A", 0.7310585786300049)]
    public async Task The_mass_of_the_right_options_is_that_of_the_harness(double[] likelihoods, string right, double expected)
    {
        string[] labels = [.. Enumerable.Range(0, likelihoods.Length).Select(i => ((char)('A' + i)).ToString())];
        var probabilities = OptionProbabilities.FromLogLikelihoods(labels, [.. likelihoods.Select(value => new LogLikelihood(value, 1))])!;
        var score = await Score(new ChoicePrediction { Labels = ["A"], Probabilities = probabilities }, right.Split(' '));
        Assert.That((score.Outcome, score.Gold, score.Predicted), Is.EqualTo((Outcome.Graded, right.Replace(' ', ','), "A")));
        Assert.That(score.Value, Is.EqualTo(expected).Within(1e-14));
    }

    [Test]
    public async Task Shares_of_votes_are_taken_as_they_are_and_options_without_one_have_none()
        => Assert.That((await Score(new ChoicePrediction { Labels = ["A"], Probabilities = new Dictionary<string, double> { ["A"] = 0.5, ["C"] = 0.25 } }, ["A", "B"])).Value, Is.EqualTo(0.5));

    [Test]
    public async Task A_choice_without_probabilities_is_unsupported_and_no_answer_stays_none()
    {
        var without = await Score(new ChoicePrediction { Labels = ["A"] }, ["A"]);
        var none = await Score(new Unanswered(Outcome.Refused), ["A"]);
        Assert.That((without.Outcome, without.Value, none.Outcome, none.Gold), Is.EqualTo((Outcome.Unsupported, default(double?), Outcome.Refused, "A")));
    }

    [Test]
    public async Task Other_kinds_are_errors_of_the_program()
    {
        await Assert.ThatAsync(async () => await Score(new TextPrediction("A"), ["A"]), Throws.InvalidOperationException.With.Message.Contains("needs a ChoicePrediction"));
        var sample = new Sample { Input = new SampleInput { Id = "s", Stem = "q" }, Target = new TextTarget(["x"]) };
        await Assert.ThatAsync(async () => await new ProbabilityMassScorer().ScoreAsync(sample, new ChoicePrediction { Labels = ["A"] }, new TestModelAccess()), Throws.InvalidOperationException.With.Message.Contains("needs a ChoiceTarget"));
    }

    private static async Task<Score> Score(Prediction prediction, string[] right)
    {
        var sample = new Sample { Input = new SampleInput { Id = "s", Stem = "q" }, Target = new ChoiceTarget(right) };
        return await new ProbabilityMassScorer().ScoreAsync(sample, prediction, new TestModelAccess());
    }
}
