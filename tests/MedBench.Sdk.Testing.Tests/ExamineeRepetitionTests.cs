namespace MedBench.Testing.Tests;

public sealed class ExamineeRepetitionTests
{
    private static readonly IReadOnlyList<Sample> Samples = Questions.CreateMany(300);

    [Test]
    public async Task A_consistent_examinee_repeats_itself_for_every_seed()
        => Assert.That(await CountChangesAsync(new ExamineeProfile(), temperature: 1), Is.Zero);

    [Test]
    public async Task Inconsistency_changes_that_share_of_the_answers_at_most()
    {
        var half = await CountChangesAsync(new ExamineeProfile { Inconsistency = 0.2 }, temperature: 1);
        var full = await CountChangesAsync(new ExamineeProfile { Inconsistency = 1 }, temperature: 1);
        Assert.That(half, Is.Positive.And.LessThan(full));
    }

    [Test]
    public async Task Temperature_zero_turns_inconsistency_off()
        => Assert.That(await CountChangesAsync(new ExamineeProfile { Inconsistency = 1 }, temperature: 0), Is.Zero);

    [Test]
    public async Task The_same_seed_repeats_the_same_draw()
    {
        var examinee = new SimulatedExaminee(Samples, new ExamineeProfile { Inconsistency = 1 });
        foreach (var sample in Samples)
        {
            var request = Questions.Ask(sample, seed: 7);
            var first = await examinee.CompleteAsync(request);
            Assert.That((await examinee.CompleteAsync(request)).Text, Is.EqualTo(first.Text));
        }
    }

    [Test]
    public void Worked_examples_add_ability_and_near_ones_add_more()
    {
        var near = new Exemplar { Input = new() { Id = "near", Stem = "Deficiency of which vitamin causes rickets?" }, Answer = "A" };
        var far = new Exemplar { Input = new() { Id = "far", Stem = "Who first described blood groups?" }, Answer = "A" };
        var examinee = new SimulatedExaminee([Questions.Scurvy], new ExamineeProfile { ExemplarBoost = 0.25, SimilarityBoost = 0.5 }, [near, far]);
        double With(string before) => examinee.Examine(Questions.Ask(Questions.Scurvy, before)).Ability;
        Assert.That(With(""), Is.Zero);
        Assert.That(With($"{far.Input.Stem} A\n\n"), Is.GreaterThanOrEqualTo(0.25));
        Assert.That(With($"{near.Input.Stem} A\n\n"), Is.GreaterThan(With($"{far.Input.Stem} A\n\n")));
        Assert.That(With($"{near.Input.Stem} A\n\n{far.Input.Stem} A\n\n"), Is.GreaterThan(With($"{near.Input.Stem} A\n\n")));
    }

    [Test]
    public void An_instruction_may_add_ability()
    {
        var profile = new ExamineeProfile { RequestBoost = request => request.Messages[0].Text.StartsWith("Think", StringComparison.Ordinal) ? 0.5 : 0 };
        var examinee = new SimulatedExaminee([Questions.Scurvy], profile);
        Assert.That(examinee.Examine(Questions.Ask(Questions.Scurvy, "Think. ")).Ability, Is.EqualTo(0.5));
        Assert.That(examinee.Examine(Questions.Ask(Questions.Scurvy)).Ability, Is.Zero);
    }

    private static async Task<int> CountChangesAsync(ExamineeProfile profile, float temperature)
    {
        var examinee = new SimulatedExaminee(Samples, profile);
        var changes = 0;
        foreach (var sample in Samples)
        {
            var request = Questions.Ask(sample);
            var first = await examinee.CompleteAsync(request with { Options = new() { Seed = 1, Temperature = temperature } });
            var second = await examinee.CompleteAsync(request with { Options = new() { Seed = 2, Temperature = temperature } });
            changes += first.Text == second.Text ? 0 : 1;
        }

        return changes;
    }
}
