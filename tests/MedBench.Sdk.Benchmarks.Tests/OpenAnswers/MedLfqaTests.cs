using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.OpenAnswers;

public sealed class MedLfqaTests : PublishedBenchmarkSpecification
{
    private const string Variable = "MEDBENCH_MEDLFQA";

    protected override IBenchmark CreateBenchmark() => new MedLfqa();

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => ReadingJudge.AsRoles(ReadingJudge.OfClaims());

    [TestCase("kqa-golden", 3)]
    [TestCase("kqa-silver", 1)]
    [TestCase("live-qa", 1)]
    [TestCase("medication-qa", 1)]
    [TestCase("healthsearch-qa", 2)]
    public async Task The_five_sets_are_splits(string split, int count)
        => Assert.That(await new MedLfqa().LoadAsync(split, CreateSource()).ToListAsync(), Has.Count.EqualTo(count));

    /// <summary>The files of dmis-lab/OLAPH @ 17d9014; that of healthsearch-qa is in no copy at hand.</summary>
    [TestCase("kqa-golden", 201, 889, 697)]
    [TestCase("kqa-silver", 904, 2_212, 1_846)]
    [TestCase("live-qa", 100, 292, 300)]
    [TestCase("medication-qa", 666, 1_757, 1_507)]
    public async Task The_published_files_hold_so_many_questions_and_claims(string split, int count, int must, int nice)
    {
        var benchmark = new MedLfqa();
        var samples = await benchmark.LoadAsync(split, ExamData.Published("medlfqa", Variable)).ToListAsync();
        var claims = samples.SelectMany(sample => ((RubricTarget)sample.Target).Criteria).ToList();
        Assert.Multiple(() =>
        {
            Assert.That((samples.Count, claims.Count(claim => claim.Tags[0] == "must-have"), claims.Count(claim => claim.Tags[0] == "nice-to-have")), Is.EqualTo((count, must, nice)));
            Assert.That(benchmark.Card.Splits.Single(info => info.Name == split).Count, Is.EqualTo(count));
            Assert.That(samples.SelectMany(sample => sample.Defects).Distinct(), split == "kqa-golden" ? Is.EqualTo(["empty-claim"]) : Is.Empty);
        });
    }

    /// <summary>The answers that OLAPH's models gave, with their published ROUGE figures, which are rounded to four digits (pdata_collection.py).</summary>
    [TestCase("kqa-golden", "pdata_gemma-7b_kqa_golden_sampling.jsonl", 1_206)]
    [TestCase("live-qa", "pdata_selfbiorag-7b_live_qa_sampling.jsonl", 600)]
    public async Task Published_answers_have_their_published_rouge(string split, string predictions, int count)
    {
        var source = ExamData.Published("medlfqa", Variable);
        var file = source.Find("predictions", [predictions]);
        if (file is null)
        {
            Assert.Ignore("The published answers are not there.");
        }

        var samples = (await new MedLfqa().LoadAsync(split, source).ToListAsync()).ToDictionary(sample => sample.Input.Stem, StringComparer.Ordinal);
        var rouge = new MedLfqa().Scorers[1];
        var (compared, worst) = (0, 0.0);
        await foreach (var row in DatasetReader.ReadAsync(file!))
        {
            if (!samples.ContainsKey(row.GetString("Question")))
            {
                continue; // Three rows ask "None", which the published code passes over too.
            }

            var (answers, figures) = (row.GetStrings("sample_predictions"), row.GetRows("prediction_scores"));
            for (var i = 0; i < answers.Count; i++)
            {
                var score = await rouge.ScoreAsync(samples[row.GetString("Question")], new TextPrediction(answers[i]), new TestModelAccess());
                foreach (var (part, figure) in new[] { ("rouge1", "rouge1_f1"), ("rouge2", "rouge2_f1"), ("rougeL", "rougel_f1") })
                {
                    worst = Math.Max(worst, Math.Abs(score.Parts[part] - figures[i].GetDouble(figure)));
                }

                compared++;
            }
        }

        Assert.That((compared, worst), Is.EqualTo((count, 0.0)).Using<(int, double)>((one, other) => one.Item1 == other.Item1 && Math.Abs(one.Item2 - other.Item2) <= 0.5001e-4));
    }

    [TestCase("entailed", "8dccc5e7ee786948dd4c6dff31ef87bc00821a68c2a83715d1c75d493e40a753")]
    [TestCase("contradicted", "e7e68754d105612d390f6a7e2e77e16753f0653b50e8a264904656cb46a821e5")]
    public async Task The_judge_is_asked_word_for_word_as_published(string kind, string hash)
    {
        var judge = ReadingJudge.OfClaims();
        await ScoreAsync(new MedLfqa(), judge, 0, "Yes. Ibuprofen and paracetamol can be taken together.");
        var request = judge.Requests.Single(request => request.Purpose == $"claim/1/{kind}");
        Assert.Multiple(() =>
        {
            Assert.That(Hash.Of(request.Messages.Single().Text), Is.EqualTo(hash), "SHA-256 of PROMPT with the question put after it by Python's f-string");
            Assert.That((request.Options?.Temperature, request.Options?.MaxOutputTokens), Is.EqualTo((default(float?), 512)));
        });
    }

    /// <summary>By hand from HALLUCINATION and COMPREHENSIVENESS: 1 of 2 entailed, 1 of 3 contradicted.</summary>
    [Test]
    public async Task Factuality_is_comprehensiveness_less_the_rate_of_hallucination()
    {
        var score = await ScoreAsync(new MedLfqa(), ReadingJudge.OfClaims(), 2, "Iron is absorbed best on an empty stomach. It is not true that tea hinders the absorption of iron.");
        Assert.That((score.Value, score.Parts["comprehensiveness"], score.Parts["hallucination-rate"]), Is.EqualTo((0.5 - (1 / 3.0), 0.5, 1 / 3.0)));
    }

    [Test]
    public async Task A_question_without_claims_scores_nothing_and_breaks_nothing()
    {
        var sample = (await new MedLfqa().LoadAsync("healthsearch-qa", CreateSource()).ToListAsync())[1];
        var judge = ReadingJudge.OfClaims();
        var score = await new MedLfqa().Scorers[0].ScoreAsync(sample, new TextPrediction("Yes."), ReadingJudge.AsAccess(judge));
        Assert.That((score.Value, sample.Defects.Single(), judge.Requests.Count), Is.EqualTo((0.0, "no-claims", 0)), "both published functions return 0");
    }

    [TestCase("The answer is TRUE.", false, 1.0)]
    [TestCase("The answer is TRUE.", true, 0.0)]
    [TestCase("Perhaps.", true, 0.0)]
    [TestCase("Perhaps.", false, null)]
    public async Task Replies_are_read_with_or_without_the_defects_of_the_published_code(string reply, bool asPublished, double? comprehensiveness)
    {
        var score = await ScoreAsync(new MedLfqa(new MedLfqaOptions { ReadsAsPublished = asPublished }), new ScriptedModelClient(_ => reply), 0, "x");
        Assert.That(score.Parts.TryGetValue("comprehensiveness", out var value) ? value : default(double?), Is.EqualTo(comprehensiveness));
    }

    [TestCase(false, "user: Are antibiotics of any use against a common cold?", "medlfqa")]
    [TestCase(true, "system: You are a pirate chatbot who always responds in pirate speak!\nuser: Are antibiotics of any use against a common cold?", "medlfqa-pirate")]
    public async Task A_question_mark_is_added_and_a_pirate_only_on_request(bool pirate, string expected, string id)
    {
        var benchmark = new MedLfqa(new MedLfqaOptions { SendsPirateMessage = pirate });
        var subject = new ScriptedModelClient("No.");
        await benchmark.DefaultStrategy.PredictAsync((await ExamData.LoadAsync(benchmark, CreateSource()))[1].Input, new TestModelAccess(subject));
        Assert.Multiple(() =>
        {
            Assert.That(string.Join('\n', subject.Requests.Single().Messages.Select(message => $"{message.Role.Value}: {message.Text}")), Is.EqualTo(expected));
            Assert.That(benchmark.DefaultStrategy.Info.Id, Is.EqualTo(id));
            Assert.That(benchmark.DefaultStrategy.Info.Parameters.GetValueOrDefault("compat"), Is.EqualTo(pirate ? "olaph-pirate" : null));
        });
    }

    private async Task<Score> ScoreAsync(MedLfqa benchmark, IModelClient judge, int sample, string answer)
        => await benchmark.Scorers[0].ScoreAsync((await ExamData.LoadAsync(benchmark, CreateSource()))[sample], new TextPrediction(answer), ReadingJudge.AsAccess(judge));
}
