using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.OpenAnswers;

public sealed class KQaTests : PublishedBenchmarkSpecification
{
    protected override IReadOnlyList<string> AuxiliaryData => ["judge-panel"];

    protected override IBenchmark CreateBenchmark() => new KQa();

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => ReadingJudge.AsRoles(ReadingJudge.OfClaims());

    [Test]
    public async Task The_published_file_holds_201_questions_with_1589_claims()
    {
        var source = ExamData.Published("k-qa");
        var (samples, published) = (await ExamData.LoadAsync(new KQa(), source), await ExamData.LoadAsync(new KQa(new KQaOptions { CountsEmptyClaims = true }), source));
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(201));
            Assert.That(Count(published), Is.EqualTo((892, 697)), "1,589 together, as the README says");
            Assert.That(Count(samples), Is.EqualTo((889, 697)));
            Assert.That(ExamData.CountDefect(samples, "empty-claim"), Is.EqualTo(3));
        });

        static (int Must, int Nice) Count(List<Sample> samples)
        {
            var claims = samples.SelectMany(sample => ((RubricTarget)sample.Target).Criteria).ToList();
            return (claims.Count(claim => claim.Tags[0] == ClaimSupportScorer.MustHave), claims.Count(claim => claim.Tags[0] == ClaimSupportScorer.NiceToHave));
        }
    }

    /// <summary>Majority labels of the published file: 153 entailed of 399, and what each physician has in common with the majority.</summary>
    [Test]
    public async Task The_physicians_labels_are_a_panel_for_judges()
    {
        var items = await new KQa().ReadJudgePanelAsync(ExamData.Published("k-qa"));
        Assert.Multiple(() =>
        {
            Assert.That(items, Has.Count.EqualTo(399));
            Assert.That(items.Count(item => item.IsMet == true), Is.EqualTo(153));
            Assert.That(items.Select(item => item.Id), Is.Unique);
            Assert.That(items.Count(item => item.Source!.EndsWith("Entailment, Entailment, Entailment (K-QA)", StringComparison.Ordinal)), Is.EqualTo(115), "of one mind that the claim is entailed");
        });
    }

    /// <summary>Wilson's interval of 3 of 3 at 95 % is from 0.4385 (statsmodels 0.13.5, proportion_confint(3, 3, method='wilson')).</summary>
    [Test]
    public async Task A_judge_is_qualified_on_the_panel_by_the_published_question()
    {
        var items = await new KQa().ReadJudgePanelAsync(CreateSource());
        var judge = ReadingJudge.OfClaims();
        var card = await new JudgeQualification(new JudgeQualificationOptions { Prompt = KQa.Prompts.Entailment }).QualifyAsync(judge, items);
        var probe = card.Probes.Single(probe => probe.Name == "criterion-agreement");
        Assert.Multiple(() =>
        {
            Assert.That((probe.Count, probe.Value?.Estimate, probe.WithoutVerdict), Is.EqualTo((3, 1.0, 0)));
            Assert.That(probe.Value?.Lower, Is.EqualTo(0.43849).Within(1e-4));
            Assert.That(card.Kappa, Is.EqualTo(1));
            Assert.That(judge.Requests[0].Messages.Single().Text, Does.EndWith("Question: Are antibiotics of any use against a common cold Let's think step by step.\nPremise: A common cold is caused by viruses. Rest helps.\nHypothesis: A common cold is caused by viruses.\nAnswer:"));
        });
    }

    [TestCase("entailed", "8b19bcaaf33cc972b0ff03325e5a023802d9b402cc4a83124e183e25bc25165f")]
    [TestCase("contradicted", "25f05a35d5e1f55c8c184cee558342504a63d4a378d44c8d0707e451f67f2aad")]
    public async Task The_judge_is_asked_word_for_word_as_published(string kind, string hash)
    {
        var judge = ReadingJudge.OfClaims();
        await ScoreAsync(new KQa(), judge, 0, "Yes. Ibuprofen and paracetamol can be taken together.");
        var request = judge.Requests.Single(request => request.Purpose == $"claim/1/{kind}");
        Assert.Multiple(() =>
        {
            Assert.That(Hash.Of(request.Messages.Single().Text), Is.EqualTo(hash), "SHA-256 of the file's text with the three values put in by Python's str.format");
            Assert.That((request.Options?.Temperature, request.Options?.MaxOutputTokens), Is.EqualTo((0f, default(int?))));
            Assert.That(judge.Requests.Select(asked => asked.Purpose), Is.EquivalentTo(["claim/1/entailed", "claim/1/contradicted", "claim/2/contradicted"]), "what is nice to have need not be entailed");
        });
    }

    /// <summary>By hand from <c>compute_macro_scores</c>: recall 1 of 2, one contradicted of three.</summary>
    [Test]
    public async Task Comprehensiveness_is_recall_and_hallucination_a_count()
    {
        var score = await ScoreAsync(new KQa(), ReadingJudge.OfClaims(), 2, "Iron is absorbed best on an empty stomach. It is not true that tea hinders the absorption of iron.");
        Assert.That((score.Value, score.Parts["hallucination-count"], score.Parts["hallucination-rate"]), Is.EqualTo((0.5, 1.0, 1 / 3.0)));
    }

    [TestCase(false, 1.0, "the empty claim is left out")]
    [TestCase(true, 2 / 3.0, "nobody can make an empty claim, and this judge finds none made")]
    public async Task An_empty_claim_counts_only_where_that_is_asked_for(bool counts, double value, string reason)
    {
        var judge = ReadingJudge.OfClaims();
        var strict = new ScriptedModelClient(request => request.Messages[^1].Text.Contains("\nHypothesis: \nAnswer:", StringComparison.Ordinal) ? "The answer is False." : judge.CompleteAsync(request).Result.Text);
        var score = await ScoreAsync(new KQa(new KQaOptions { CountsEmptyClaims = counts }), strict, 1, "A common cold is caused by viruses. Antibiotics do not act on viruses.");
        Assert.That(score.Value, Is.EqualTo(value), reason);
    }

    /// <summary>A judge that never concludes, and one that speaks of what is True on its way to False.</summary>
    [TestCase("I cannot tell.", false, null, null)]
    [TestCase("I cannot tell.", true, 0.0, 0.0)]
    [TestCase("Were the premise True, it would differ. The answer is False.", false, 0.0, 0.0)]
    [TestCase("Were the premise True, it would differ. The answer is False.", true, 0.0, 2.0)]
    [TestCase("The answer is true.", false, 1.0, 2.0)]
    [TestCase("The answer is true.", true, 1.0, 0.0)]
    [TestCase("<think>True or not?</think>The answer is **False**", false, 0.0, 0.0)]
    public async Task Replies_are_read_with_or_without_the_defects_of_the_published_code(string reply, bool asPublished, double? comprehensiveness, double? hallucinations)
    {
        var score = await ScoreAsync(new KQa(new KQaOptions { ReadsAsPublished = asPublished }), new ScriptedModelClient(_ => reply), 0, "x");
        Assert.That((score.Value, score.Parts.TryGetValue("hallucination-count", out var count) ? count : default(double?)), Is.EqualTo((comprehensiveness, hallucinations)));
        Assert.That(score.Outcome, Is.EqualTo(comprehensiveness is null ? Outcome.Failed : Outcome.Graded));
    }

    private async Task<Score> ScoreAsync(KQa benchmark, IModelClient judge, int sample, string answer)
        => await benchmark.Scorers[0].ScoreAsync((await ExamData.LoadAsync(benchmark, CreateSource()))[sample], new TextPrediction(answer), ReadingJudge.AsAccess(judge));
}
