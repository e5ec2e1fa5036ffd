namespace MedBench.Testing.Tests;

public sealed class SimulatedExamineeTests : ModelClientSpecification
{
    private const int Draws = 20_000;

    protected override IModelClient CreateClient() => new SimulatedExaminee([Questions.Scurvy], new ExamineeProfile());

    protected override IModelClient CreateFailingClient() => new SimulatedExaminee([], new ExamineeProfile());

    [TestCase(-1.0, 1.0, 0.25, 0.0)]
    [TestCase(0.5, 1.7, 0.2, 1.0)]
    [TestCase(2.0, 0.8, 0.0, -0.5)]
    public async Task Observed_accuracy_is_the_stated_probability(double ability, double discrimination, double guessing, double difficulty)
    {
        var profile = new ExamineeProfile { Ability = ability, Discrimination = discrimination, Guessing = guessing, Difficulty = _ => difficulty, Inconsistency = 1 };
        var examinee = new SimulatedExaminee([Questions.Scurvy], profile);
        var stated = guessing + ((1 - guessing) / (1 + Math.Exp(-discrimination * (ability - difficulty))));
        Assert.That(examinee.GetProbability(Questions.Scurvy.Input), Is.EqualTo(stated).Within(1e-12));
        await AssertShareAsync(examinee, "Answer: B", stated);
    }

    [Test]
    public async Task Settled_opinions_are_right_as_often_as_stated_over_many_items()
    {
        var samples = Questions.CreateMany(Draws);
        var examinee = new SimulatedExaminee(samples, new ExamineeProfile { Ability = 0.3 });
        var right = 0;
        foreach (var sample in samples)
        {
            right += (await examinee.CompleteAsync(Questions.Ask(sample))).Text == $"Answer: {((ChoiceTarget)sample.Target).Labels[0]}" ? 1 : 0;
        }

        var probabilities = samples.Select(sample => examinee.GetProbability(sample.Input)).ToList();
        var error = Math.Sqrt(probabilities.Sum(p => p * (1 - p)));
        Assert.That(right, Is.EqualTo(probabilities.Sum()).Within(4 * error));
    }

    [Test]
    public async Task Position_bias_draws_answers_to_a_letter_as_much_as_the_belief_states()
    {
        var examinee = new SimulatedExaminee([Questions.Scurvy], new ExamineeProfile
        {
            Difficulty = _ => 0,
            Inconsistency = 1,
            PositionBias = new Dictionary<string, double> { ["A"] = 1.5 },
        });
        var belief = examinee.Examine(Questions.Ask(Questions.Scurvy));
        Assert.That(belief.Probabilities["A"], Is.GreaterThan(2 * belief.Probabilities["C"]));
        Assert.That(belief.Probabilities.Values.Sum(), Is.EqualTo(1).Within(1e-12));
        await AssertShareAsync(examinee, "Answer: A", belief.Probabilities["A"]);
        var permuted = Questions.Render(Questions.Scurvy.Input.Stem, "Vitamin C", "Vitamin A", "Vitamin D", "Vitamin K");
        Assert.That(examinee.Examine(ModelRequest.FromText(permuted)).RightProbability, Is.GreaterThan(belief.RightProbability));
    }

    [Test]
    public async Task Abstentions_and_unreadable_replies_come_at_their_rates()
    {
        var examinee = new SimulatedExaminee([Questions.Scurvy], new ExamineeProfile { AbstentionRate = 0.2, UnparsableRate = 0.1, Inconsistency = 1 });
        await AssertShareAsync(examinee, "I do not know.", 0.2);
        await AssertShareAsync(examinee, "There is much to be said about this question.", 0.8 * 0.1);
    }

    [Test]
    public void Profile_parameters_move_the_probability_the_right_way()
    {
        double At(ExamineeProfile profile) => new SimulatedExaminee([Questions.Scurvy], profile).GetProbability(Questions.Scurvy.Input);
        Assert.That(At(new() { Ability = 1 }), Is.GreaterThan(At(new() { Ability = 0 })));
        Assert.That(At(new() { DifficultyMean = 1 }), Is.LessThan(At(new())));
        Assert.That(At(new() { Ability = -50 }), Is.EqualTo(0.25).Within(1e-9), "guessing among four options");
    }

    [Test]
    public void Difficulties_are_standard_normal_and_the_same_for_every_examinee()
    {
        var inputs = Questions.CreateMany(Draws).Select(sample => sample.Input).ToList();
        var difficulties = inputs.Select(new SimulatedExaminee([], new ExamineeProfile { Seed = 1 }).GetDifficulty).ToList();
        Assert.That(inputs.Select(new SimulatedExaminee([], new ExamineeProfile { Seed = 2 }).GetDifficulty), Is.EqualTo(difficulties));
        Assert.That(difficulties.Average(), Is.Zero.Within(4 / Math.Sqrt(Draws)));
        Assert.That(difficulties.Average(b => b * b), Is.EqualTo(1).Within(4 * Math.Sqrt(2.0 / Draws)));
    }

    [Test]
    public async Task Continuations_win_as_often_as_their_probability_says()
    {
        var samples = Questions.CreateMany(4000);
        var examinee = new SimulatedExaminee(samples, new ExamineeProfile());
        var right = 0;
        foreach (var sample in samples)
        {
            var scores = await examinee.ScoreAsync(new() { Prompt = Questions.Ask(sample).Messages[0].Text, Continuations = [" A", " B", " C", " D"] });
            right += "ABCD"[scores.Index().MaxBy(score => score.Item.Sum).Index] == ((ChoiceTarget)sample.Target).Labels[0][0] ? 1 : 0;
        }

        var probabilities = samples.Select(sample => examinee.GetProbability(sample.Input)).ToList();
        Assert.That(right, Is.EqualTo(probabilities.Sum()).Within(4 * Math.Sqrt(probabilities.Sum(p => p * (1 - p)))));
    }

    [Test]
    public void A_question_without_options_is_turned_away()
    {
        var open = new Sample { Input = new() { Id = "open", Stem = "Why?" }, Target = new TextTarget(["Because"]) };
        Assert.That(() => new SimulatedExaminee([open], new ExamineeProfile()), Throws.ArgumentException.With.Message.Contains("'open'"));
    }

    private static async Task AssertShareAsync(SimulatedExaminee examinee, string reply, double probability)
    {
        var count = 0;
        for (var seed = 0; seed < Draws; seed++)
        {
            count += (await examinee.CompleteAsync(Questions.Ask(Questions.Scurvy, seed: seed))).Text == reply ? 1 : 0;
        }

        Assert.That(count / (double)Draws, Is.EqualTo(probability).Within(4 * Math.Sqrt(probability * (1 - probability) / Draws)));
    }
}
