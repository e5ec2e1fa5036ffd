using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Benchmarks.Tests.OpenAnswers;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Diagnosis;

public sealed class DiagnosisArenaTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new DiagnosisArena();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples)
        => new OracleModelClient(samples) { Info = OracleModelClient.WithEveryPower, Format = (_, answer) => $"1. {answer};\n2. Influenza;\n3. Anemia;\n4. Gout;\n5. Asthma;" };

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => ReadingJudge.AsRoles(GradingJudge.Create());

    /// <summary>The prompt of code/inference.py @ 66e7a55, filled by Python's % operator.</summary>
    [Test]
    public async Task The_prompt_is_the_published_one()
    {
        var subject = new ScriptedModelClient("1. Sarcoidosis;");
        await new DiagnosisArena().DefaultStrategy.PredictAsync((await ExamData.LoadAsync(new DiagnosisArena(), CreateSource()))[1].Input, new TestModelAccess(subject));
        var request = subject.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(Hash.Of(request.Messages.Single().Text), Is.EqualTo("68c7c468b45a35e1a1bb9eb19b49ee59caca95c4d6bcf0027a64107e30aa72ac"));
            Assert.That((request.Options?.Temperature, request.Options?.MaxOutputTokens), Is.EqualTo((default(float?), default(int?))));
        });
    }

    /// <summary>The prompt of code/evaluation.py @ 66e7a55, filled by Python's % operator.</summary>
    [Test]
    public async Task The_judge_is_asked_word_for_word_as_published()
    {
        var judge = GradingJudge.Create();
        await ScoreAsync(judge, "1. Cushing syndrome;\n2. Pheochromocytoma;", 1);
        var request = judge.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(request.Messages.Select(message => message.Role), Is.EqualTo([ChatRole.User]));
            Assert.That(Hash.Of(request.Messages.Single().Text), Is.EqualTo("298a223c35c7a781e678e690ee2ab2db782c3a4aae54aeafff5d14ef9bd9556c"));
            Assert.That((request.Options?.Temperature, request.Options?.MaxOutputTokens, request.Options?.ResponseFormat), Is.EqualTo((default(float?), default(int?), default(ChatResponseFormat))));
        });
    }

    /// <summary>By hand from code/metric.py: top 1 where the first grade is above 1, top 5 where the largest of the first five is.</summary>
    [TestCase("1. Infectious mononucleosis;\n2. Influenza;", 1, 1, 2.0, 0.0)]
    [TestCase("1. Influenza;\n2. Infectious mononucleosis;", 0, 1, 0.0, 2.0)]
    [TestCase("1. Mononucleosis;\n2. Influenza;", 0, 0, 1.0, 0.0)]
    [TestCase("1. a;\n2. b;\n3. c;\n4. d;\n5. e;\n6. Infectious mononucleosis;", 0, 0, 0.0, 0.0)]
    public async Task Only_the_same_disease_counts_and_only_among_five(string answer, double first, double five, double firstGrade, double secondGrade)
    {
        var score = await ScoreAsync(GradingJudge.Create(), answer, 2);
        Assert.That((score.Value, score.Parts["top-1"], score.Parts["top-5"], score.Parts["grade-1"], score.Parts["grade-2"]), Is.EqualTo((first, first, five, firstGrade, secondGrade)));
    }

    [TestCase(@"1. A: \boxed{2}", 1.0)]
    [TestCase(@"1. A: \boxed{ 2 };", 1.0)]
    [TestCase(@"<think>\boxed{2}</think>1. A: \boxed{0};", 0.0)]
    [TestCase(@"1. A: \boxed{3};", null)]
    [TestCase(@"1. A: \boxed{exact};", null)]
    [TestCase("1. A: 2", null)]
    public async Task Grades_are_read_off_boxes_and_nothing_is_guessed(string reply, double? value)
    {
        var judge = new ScriptedModelClient(_ => reply);
        var score = await ScoreAsync(judge, "1. A;", 0);
        Assert.That((score.Value, score.Outcome), Is.EqualTo((value, value is null ? Outcome.Failed : value == 1 ? Outcome.Correct : Outcome.Incorrect)));
        Assert.That(judge.Requests.Select(request => request.Messages.Single().Text).Distinct().Count(), Is.EqualTo(1), "asked again in the same words");
    }

    private async Task<Score> ScoreAsync(IModelClient judge, string answer, int sample)
        => await new DiagnosisArena().Scorers[0].ScoreAsync((await ExamData.LoadAsync(new DiagnosisArena(), CreateSource()))[sample], new TextPrediction(answer), ReadingJudge.AsAccess(judge));
}
