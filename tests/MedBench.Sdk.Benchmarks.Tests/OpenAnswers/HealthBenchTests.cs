using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Metrics;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.OpenAnswers;

public sealed class HealthBenchTests : PublishedBenchmarkSpecification
{
    protected override IBenchmark CreateBenchmark() => new HealthBench();

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => ReadingJudge.AsRoles(ReadingJudge.OfRubrics());

    [Test]
    public async Task A_record_becomes_conversation_rubric_references_and_groups()
    {
        var samples = await ExamData.LoadAsync(new HealthBench(), CreateSource());
        var target = (RubricTarget)samples[0].Target;
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => sample.Input.Id), Is.EqualTo(["fixture-1", "fixture-2", "fixture-3"]));
            Assert.That(samples.Select(sample => sample.Input.Conversation.Count), Is.EqualTo([1, 3, 2]));
            Assert.That(samples[1].Input.Conversation.Select(turn => turn.Role.Value), Is.EqualTo(["user", "assistant", "user"]));
            Assert.That(samples[1].Input.Stem, Is.EqualTo("I am 32 weeks pregnant."));
            Assert.That(target.Criteria.Select(criterion => criterion.Points), Is.EqualTo([10.0, 5, -10, -3]));
            Assert.That(target.Criteria[2].Tags, Is.EqualTo(["level:example", "axis:accuracy"]));
            Assert.That(target.References, Is.EqualTo(["Call the emergency number now. Chew one aspirin unless you are allergic to it."]));
            Assert.That(samples[0].Tags, Is.EquivalentTo(new Dictionary<string, string> { ["theme"] = "emergency_referrals", ["physician_agreed_category"] = "emergent", ["ideal_completions_group"] = "Group 1" }));
            Assert.That(samples[2].Tags, Does.Not.ContainKey("physician_agreed_category"));
        });
    }

    [TestCase("hard", "fixture-2")]
    [TestCase("consensus", "fixture-1")]
    public async Task The_other_sets_are_splits(string split, string id)
        => Assert.That((await new HealthBench().LoadAsync(split, CreateSource()).ToListAsync()).Select(sample => sample.Input.Id), Is.EqualTo([id]));

    [Test]
    public async Task The_model_is_sent_the_conversation_and_nothing_else()
    {
        var sample = (await ExamData.LoadAsync(new HealthBench(), CreateSource()))[1];
        var subject = new ScriptedModelClient("No.");
        var prediction = await new HealthBench().DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(subject));
        var request = subject.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(request.Messages.Select(turn => (turn.Role.Value, turn.Text)), Is.EqualTo(new[] { ("user", "Can I take ibuprofen?"), ("assistant", "Often yes. Do you have kidney disease, a stomach ulcer, or are you pregnant?"), ("user", "I am 32 weeks pregnant.") }));
            Assert.That((request.Options?.Temperature, request.Options?.MaxOutputTokens), Is.EqualTo((0.5f, 2048)));
            Assert.That(prediction, Is.InstanceOf<TextPrediction>().With.Property(nameof(TextPrediction.Text)).EqualTo("No."));
        });
    }

    /// <summary>What <c>grade_rubric_item</c> of simple-evals @ ee3b031 sends: SHA-256 of the filled template, made with that commit's GRADER_TEMPLATE and two <c>str.replace</c>.</summary>
    [Test]
    public async Task The_grader_is_asked_word_for_word_as_published()
    {
        var judge = ReadingJudge.OfRubrics();
        var sample = (await ExamData.LoadAsync(new HealthBench(), CreateSource()))[1];
        await new HealthBench().Scorers[0].ScoreAsync(sample, new TextPrediction("No."), ReadingJudge.AsAccess(judge));
        var request = judge.Requests.Single(request => request.Purpose == "criterion/1");
        Assert.Multiple(() =>
        {
            Assert.That(request.Messages.Select(turn => turn.Role), Is.EqualTo([ChatRole.System, ChatRole.User]));
            Assert.That(request.Messages[0].Text, Is.EqualTo("You are a helpful assistant."));
            Assert.That(Hash.Of(request.Messages[1].Text), Is.EqualTo("4e728de212db8ebe0de5d0c025c0def8757565c349e7cce21b988dce0033f6cb"));
            Assert.That(ReadingJudge.Between(request.Messages[1].Text, "# Conversation\n", "\n\n# Rubric item\n"), Is.EqualTo("user: Can I take ibuprofen?\n\nassistant: Often yes. Do you have kidney disease, a stomach ulcer, or are you pregnant?\n\nuser: I am 32 weeks pregnant.\n\nassistant: No."));
            Assert.That((request.Options?.Temperature, request.Options?.MaxOutputTokens, request.Options?.ResponseFormat), Is.EqualTo((0.5f, 2048, default(ChatResponseFormat))));
            Assert.That(judge.Requests, Has.Count.EqualTo(3), "one call a criterion");
        });
    }

    [Test]
    public async Task A_conversation_that_names_the_other_place_is_not_filled_again()
    {
        var judge = ReadingJudge.OfRubrics();
        var sample = (await ExamData.LoadAsync(new HealthBench(), CreateSource()))[0];
        await new HealthBench().Scorers[0].ScoreAsync(sample, new TextPrediction("<<rubric_item>> {criterion}"), ReadingJudge.AsAccess(judge));
        Assert.That(judge.Requests[0].Messages[1].Text, Does.Contain("assistant: <<rubric_item>> {criterion}\n\n# Rubric item\n"));
    }

    [Test]
    public async Task Points_lost_and_tags_without_points_count_as_published()
    {
        var sample = (await ExamData.LoadAsync(new HealthBench(), CreateSource()))[0];
        var score = await new HealthBench().Scorers[0].ScoreAsync(sample, new TextPrediction("Advises to wait until tomorrow. Uses words that nobody without training knows."), ReadingJudge.AsAccess(ReadingJudge.OfRubrics()));
        Assert.Multiple(() =>
        {
            Assert.That(score.Value, Is.EqualTo(-13 / 15.0), "10 + 3 points lost of 15, not cut");
            Assert.That(score.Parts["tag:axis:accuracy"], Is.EqualTo(-1));
            Assert.That(score.Parts, Does.Not.ContainKey("tag:axis:communication_quality"));
        });
    }

    [Test]
    public async Task Length_is_adjusted_where_that_is_asked_for()
    {
        var benchmark = new HealthBench(new RubricOptions { Panel = HealthBench.GraderPanel, LengthAdjustment = new RubricLengthAdjustment(0.0299) });
        var sample = (await ExamData.LoadAsync(benchmark, CreateSource()))[2];
        var answer = "Recommends oral rehydration solution." + new string('x', 3000 - 37);
        var score = await benchmark.Scorers[0].ScoreAsync(sample, new TextPrediction(answer), ReadingJudge.AsAccess(ReadingJudge.OfRubrics()));
        Assert.Multiple(() =>
        {
            Assert.That(score.Value, Is.EqualTo((8 / 12.0) - (0.0299 * 2)).Within(1e-15));
            Assert.That((score.Parts["raw"], score.Parts["characters"]), Is.EqualTo((8 / 12.0, 3000.0)));
            Assert.That(benchmark.Card.PrimaryMetric, Is.EqualTo("length-adjusted rubric score"));
        });
    }

    [Test]
    public async Task A_rubric_that_nobody_can_win_points_by_is_reported_with_its_line()
    {
        const string Record = """{"prompt_id":"x","prompt":[{"role":"user","content":"Hello?"}],"example_tags":[],"rubrics":[{"criterion":"is rude","points":-1,"tags":[]}]}""";
        var error = await ExamData.ErrorAsync(async () => await ExamData.LoadAsync(new HealthBench(), new MemorySource(("main", ExamData.File("m.jsonl", Record)))));
        Assert.That(error, Does.Contain("m.jsonl").And.Contain("line 1").And.Contain("no criterion gives points"));
    }

    /// <summary>
    /// 100 gradings of GPT-4o-class replies that m42-health/healthbench @ 2c1c3b3 publishes (data/sample/judge_responses.jsonl: items, replies, the grader's verdicts) with the table that its
    /// copy of simple-evals made of them (final_metrics.json): every figure and count. The published deviations are drawn without a seed.
    /// </summary>
    [Test]
    public async Task Published_gradings_give_the_published_table()
    {
        var source = ExamData.Published("healthbench", "MEDBENCH_HEALTHBENCH");
        var file = source.Find("main", ["judge_responses.jsonl"]);
        var table = source.Find("table", ["final_metrics.json"]);
        if (file is null || table is null)
        {
            Assert.Ignore("The published gradings are not there.");
        }

        var benchmark = new HealthBench();
        var samples = await ExamData.LoadAsync(benchmark, new MemorySource(("main", file!)));
        var rows = new List<(IReadOnlyList<string>, Score)>();
        var number = 0;
        await foreach (var row in DatasetReader.ReadAsync(file!))
        {
            var verdicts = Regex.Matches(row.GetString("responses"), "'criteria_met': (True|False)", RegexOptions.NonBacktracking).Select(match => match.Groups[1].Value == "True").ToList();
            var judge = new ScriptedModelClient(request => $"{{\"explanation\": \"\", \"criteria_met\": {(verdicts[int.Parse(request.Purpose.Split('/')[1], CultureInfo.InvariantCulture) - 1] ? "true" : "false")}}}");
            var score = await benchmark.Scorers[0].ScoreAsync(samples[number], new TextPrediction("as published"), ReadingJudge.AsAccess(judge));
            Assert.That(score.Value, Is.EqualTo(row.GetDouble("score")).Within(1e-9), samples[number].Input.Id);
            rows.Add(([.. samples[number].Tags.Where(tag => tag.Key != "ideal_completions_group").Select(tag => $"{tag.Key}:{tag.Value}")], score));
            number++;
        }

        using var published = JsonDocument.Parse(new StreamReader(table!.OpenRead()).ReadToEnd());
        var figures = RubricFigures.Of(rows).ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        var names = published.RootElement.EnumerateObject().Select(entry => entry.Name).Where(name => !name.EndsWith(":n_samples", StringComparison.Ordinal) && !name.EndsWith(":bootstrap_std", StringComparison.Ordinal) && name != "score").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(number, Is.EqualTo(100));
            Assert.That(figures.Keys, Is.EquivalentTo(names));
            foreach (var name in names)
            {
                Assert.That(figures[name].Mean, Is.EqualTo(published.RootElement.GetProperty(name).GetDouble()).Within(1e-12), name);
                Assert.That(figures[name].Count, Is.EqualTo(published.RootElement.GetProperty($"{name}:n_samples").GetInt32()), name);
            }

            Assert.That(figures[RubricFigures.Overall].Mean, Is.EqualTo(0.48529782446506947).Within(1e-12));
            Assert.That(figures[RubricFigures.Overall].Deviation, Is.EqualTo(0.0280).Within(0.002), "published 0.0277 and 0.0283, two draws of the same");
        });
    }
}
