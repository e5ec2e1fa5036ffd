using MedBench.Running;
using MedBench.Tests.Scoring;

namespace MedBench.Tests.Running.Fingerprint;

public sealed class SampleHashTests
{
    private static readonly ChoiceTarget[] Targets =
    [
        new("A"),
        new("A") { Points = 3 },
        new("A") { Essential = ["B"] },
        new("A") { Prohibited = ["B"] },
        new("A") { Essential = ["B", "C"] },
        new("A") { Essential = ["B"], Prohibited = ["C"] },
        new("A", "B"),
        new("A") { Alternatives = [["B"]] },
        new("A") { Alternatives = [["B"], ["C"]] },
        new("A") { Alternatives = [["B", "C"]] },
        new("A") { IsGivenToAll = true },
    ];

    [Test]
    public void How_a_question_is_marked_changes_the_hash()
        => Assert.That(Targets.Select(Hash), Is.Unique);

    [Test]
    public void A_plain_question_hashes_as_if_its_marking_had_been_left_out()
        => Assert.That(Hash(new ChoiceTarget("A") { Points = 1, Essential = [], Prohibited = [], Alternatives = [], IsGivenToAll = false }), Is.EqualTo(Hash(new ChoiceTarget("A"))));

    [Test]
    public void The_language_of_a_question_changes_the_hash()
    {
        var question = ScoringTask.Question(new ChoiceTarget("A"));
        var hashes = new[] { null, "es", "fr" }.Select(language => Hash(question with { Input = question.Input with { Language = language } })).ToList();
        Assert.That(hashes, Is.Unique.And.Contains(Hash(question)));
    }

    private static string Hash(ChoiceTarget target) => Hash(ScoringTask.Question(target));

    private static string Hash(Sample sample)
    {
        using var hash = new SampleHash();
        hash.Add(sample);
        return hash.Finish();
    }
}
