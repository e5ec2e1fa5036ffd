namespace MedBench.Testing.Tests;

public sealed class TestModelAccessTests
{
    private static readonly IReadOnlyList<Exemplar> Examples =
    [
        new() { Input = new() { Id = "1", Stem = "Which vitamin helps blood to clot?" }, Answer = "K" },
        new() { Input = new() { Id = "2", Stem = "Deficiency of which vitamin causes rickets?" }, Answer = "D" },
        new() { Input = new() { Id = "3", Stem = "deficiency of which vitamin  causes SCURVY" }, Answer = "C" },
        new() { Input = new() { Id = "4", Stem = "Which organ makes insulin?" }, Answer = "pancreas" },
    ];

    [Test]
    public void Models_play_the_roles_that_were_given_to_them()
    {
        var (subject, judge) = (new ScriptedModelClient("a"), new ScriptedModelClient("b"));
        var models = new TestModelAccess(subject) { Models = { [ModelRole.Judge] = judge } };
        Assert.That(models.Subject, Is.SameAs(subject));
        Assert.That(models.Judge, Is.SameAs(judge));
        Assert.That(models.HasModel(ModelRole.Patient), Is.False);
        Assert.That(() => models.GetModel(ModelRole.Patient), Throws.InvalidOperationException.With.Message.Contains("'patient'"));
    }

    [Test]
    public void Random_numbers_follow_from_seed_purpose_and_what_they_are_shared_for()
    {
        static ulong Draw(IModelAccess models, string purpose) => models.CreateRandom(purpose).NextUInt64();
        var models = new TestModelAccess { Seed = 1 };
        Assert.That(Draw(models, "order"), Is.EqualTo(Draw(new TestModelAccess { Seed = 1 }, "order")));
        Assert.That(Draw(models, "order"), Is.Not.EqualTo(Draw(new TestModelAccess { Seed = 2 }, "order")).And.Not.EqualTo(Draw(models, "votes")));
        Assert.That(Draw(models.Share("x"), "order"), Is.Not.EqualTo(Draw(models, "order")).And.Not.EqualTo(Draw(models.Share("y"), "order")));
        Assert.That(Draw(models.Share("x"), "order"), Is.EqualTo(Draw(models.Share("y").Share("x"), "order")));
    }

    [Test]
    public async Task The_nearest_examples_share_words_and_leave_the_question_itself_out()
    {
        var pool = new TestModelAccess { WorkedExamples = Examples }.Exemplars;
        Assert.That(pool.FindDuplicates(Questions.Scurvy.Input), Is.EqualTo(new[] { 2 }));
        Assert.That(await pool.FindNearestAsync(Questions.Scurvy.Input, 2), Is.EqualTo(new[] { 1, 0 }));
    }

    [Test]
    public void A_missing_pool_says_what_to_set()
        => Assert.That(() => new TestModelAccess().Exemplars, Throws.InvalidOperationException.With.Message.Contains("WorkedExamples"));

    [Test]
    public async Task A_rationale_is_written_once_even_when_many_ask_at_once()
    {
        var written = 0;
        var bank = new TestModelAccess().Share("exemplar/1").Bank;
        var rationales = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bank.GetOrCreateAsync("key", async token =>
        {
            await Task.Delay(1, token);
            return $"{Interlocked.Increment(ref written)}";
        })));
        Assert.That(rationales, Is.All.EqualTo("1"));
    }

    [Test]
    public async Task A_rationale_that_failed_is_written_again()
    {
        var bank = new TestModelAccess().Bank;
        await Assert.ThatAsync(() => bank.GetOrCreateAsync("key", _ => throw new ModelException(ModelErrorKind.Server, "down")), Throws.TypeOf<ModelException>());
        Assert.That(await bank.GetOrCreateAsync("key", _ => Task.FromResult<string?>("because")), Is.EqualTo("because"));
    }
}
