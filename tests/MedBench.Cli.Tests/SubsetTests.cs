using System.Text.Json;
using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

/// <summary><c>medbench subset</c>, and a run of what it chose. The right letters of the twelve questions are D, C, B, A and again; each model always says its own.</summary>
public sealed class SubsetTests : CommandFixture
{
    [SetUp]
    public void Answer() => Server.Says = static body => $"### Answer\n({JsonDocument.Parse(body).RootElement.GetProperty("model").GetString()![^1]})";

    [Test]
    public async Task What_most_models_got_wrong_is_chosen_in_the_order_of_the_set()
    {
        await RunModelsAsync("A", "B", "C");
        AssertSucceeded(await CallAsync("subset", "A", "B", "--out", "exam-hard.json", "--most", "5"));
        Assert.That(Ids("exam-hard.json"), Is.EqualTo(new[] { 1, 2, 5, 6, 9 }), "neither D nor C is ever right; one of two is no less than half");

        var chosen = await CallAsync("subset", "C", "B", "A", "--out", "three.json", "--below", "0.4", "--fewest-answers", "3");
        Assert.That(Ids("three.json"), Is.EqualTo(Enumerable.Range(1, Count)), "one of three is less than 40 %");
        Assert.That(chosen.Output.Split('\n')[..2], Is.EqualTo(new[]
        {
            "three: 12 of the 12 hard questions among 12 of jsonl-mcq/test",
            "The questions of which less than 40 % of up to 3 recorded answers were right, the first 100 of them. Scores of models that had a part in the choice are biased downwards. They are model-C (zero-shot), model-B (zero-shot), model-A (zero-shot).",
        }));
    }

    [Test]
    public async Task A_run_of_a_subset_is_named_continued_and_replayed_without_its_file()
    {
        await RunModelsAsync("A", "B");
        AssertSucceeded(await CallAsync("run", "--benchmark", "jsonl-mcq", "--data", "test=questions.jsonl", "--endpoint", Server.Endpoint, "--model", "/srv/x+A", "--out", "path"));
        AssertSucceeded(await CallAsync("subset", "A", "B", "path", "--out", "exam-hard.json", "--most", "5", "--below", "0.3"));
        string[] run = ["run", "--subset", "exam-hard.json", "--data", "test=questions.jsonl", "--strategy", "zero-shot", "--endpoint", Server.Endpoint, "--model", "model-C", "--out", "hard"];
        Assert.That((await CallAsync([.. run, "--max-calls", "2", "--concurrency", "1"])).Code, Is.EqualTo(3));
        File.Delete(PathOf("exam-hard.json"));
        AssertSucceeded(await CallAsync("resume", "hard", "--max-calls", "9"));

        var cell = Summary("hard").GetProperty("cells")[0];
        Assert.That((cell.GetProperty("benchmark").GetString(), cell.GetProperty("samples").GetInt32(), cell.GetProperty("score").GetProperty("estimate").GetDouble()), Is.EqualTo(("exam-hard", 5, 0.4)));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(PathOf("hard", "manifest.json")));
        Assert.That(manifest.RootElement.GetProperty("fingerprint").GetProperty("benchmarks/exam-hard/version").GetString(), Does.Match("^1-[0-9a-f]{16}$"));
        Assert.That(manifest.RootElement.GetProperty("cards")[0].GetProperty("remarks")[0].GetString(), Does.EndWith("They are model-A (zero-shot), model-B (zero-shot), /srv/x+A (zero-shot)."));

        var compared = await CallAsync("compare", "A", "hard");
        Assert.That((compared.Code, compared.Errors.Trim()), Is.EqualTo((2, "'A' and 'hard' have no sample of one benchmark in common. Compare runs over the same benchmark and split.")));
        AssertSucceeded(await CallAsync("bundle", "hard", "--out", "hard.medbench"));
        var replayed = await CallAsync("replay", "hard.medbench");
        Assert.That((replayed.Code, replayed.Output), Is.EqualTo((0, replayed.Output)), replayed.Output);
        Assert.That(replayed.Output, Does.Contain("5 results compared, 0 of them taken as they were: identical"));
    }

    [Test]
    public async Task The_prompt_of_a_chosen_question_is_shown_by_its_place_in_the_subset()
    {
        await RunModelsAsync("A");
        AssertSucceeded(await CallAsync("subset", "A", "--out", "not-a.json", "--fewest-answers", "1", "--most", "4"));
        Assert.That(Ids("not-a.json"), Is.EqualTo(new[] { 1, 2, 3, 5 }));
        var shown = await CallAsync("prompt", "--subset", "not-a.json", "--data", "test=questions.jsonl", "--item", "3");
        var whole = await CallAsync("prompt", "--benchmark", "jsonl-mcq", "--data", "test=questions.jsonl", "--item", "4");
        AssertSucceeded(shown);
        Assert.That(shown.Output, Is.EqualTo(whole.Output));
        Assert.That((await CallAsync("prompt", "--subset", "not-a.json", "--data", "test=questions.jsonl", "--item", "4")).Errors, Does.StartWith("not-a: there is no item 4: the split 'test' has 4, counted from 0."));
        Assert.That((await CallAsync("prompt", "--subset", "not-a.json", "--benchmark", "jsonl-mcq", "--data", "test=questions.jsonl", "--item", "0")).Errors, Does.StartWith("A subset says itself of which benchmark and split its questions are."));
    }

    [Test]
    public async Task Own_questions_have_subsets_too()
    {
        string[] own = ["--dataset", "questions.jsonl", "--map", "question=question", "--map", "options=options", "--map", "answer=answer_idx", "--endpoint", Server.Endpoint];
        AssertSucceeded(await CallAsync(["run", .. own, "--model", "model-D", "--out", "D"]));
        AssertSucceeded(await CallAsync("subset", "D", "--out", "not-d.json", "--fewest-answers", "1"));
        AssertSucceeded(await CallAsync(["run", .. own, "--subset", "not-d.json", "--model", "model-C", "--out", "r"]));
        var cell = Summary("r").GetProperty("cells")[0];
        Assert.That((cell.GetProperty("benchmark").GetString(), cell.GetProperty("samples").GetInt32(), cell.GetProperty("score").GetProperty("estimate").GetDouble()), Is.EqualTo(("not-d", 9, 1 / 3.0)));
        AssertSucceeded(await CallAsync("bundle", "r", "--dataset", "questions.jsonl", "--out", "r.medbench"));
        File.Delete(PathOf("questions.jsonl"));
        var replay = await CallAsync("replay", "r.medbench");
        Assert.That((replay.Code, replay.Output), Is.EqualTo((0, replay.Output)), replay.Errors);
    }

    [TestCase("A --out s.json", "The rule asks for 2 answers to a question, and these runs have 1 at most. Name runs of further models, or lower --fewest-answers.")]
    [TestCase("A ./A --out s.json", "The run '{0}' is named twice, so that its answers would count twice. Name it once.")]
    [TestCase("A short --out s.json", "'A' and 'short' are not over the same questions: benchmarks/jsonl-mcq/count is 12 and 4. Name runs over the same data, split and limit.")]
    [TestCase("A mini --out s.json", "The runs have no benchmark in common: 'A' is over jsonl-mcq; 'mini' is over medbench-mini. Name runs over one benchmark.")]
    [TestCase("A --benchmark medqa --out s.json", "The runs have no 'medqa' in common: 'A' is over jsonl-mcq. Name runs over one benchmark.")]
    [TestCase("A cut --out s.json", "Of the run in 'cut' 3 of 12 samples have ended. Continue it with: medbench resume cut")]
    [TestCase("A failed --out s.json", "The score of model-F (zero-shot) in 'failed' is withheld, and its answers choose nothing: ")]
    [TestCase("easy --fewest-answers 1 --out s.json", "Of the 2 questions of 'jsonl-mcq' none was answered rightly by less than 50 %. Raise --below, or name runs of further models.")]
    [TestCase("A --fewest-answers 1 --out medqa.json", "The subset is named after its file, and 'medqa' is a whole benchmark. Choose another name, for instance --out jsonl-mcq-hard.json.")]
    [TestCase("nowhere --out s.json", "'nowhere' holds no manifest.json, so it is not a run folder.")]
    public async Task Runs_that_choose_nothing_are_named(string arguments, string message)
    {
        Write("easy.jsonl", Questions.Line(4) + "\n" + Questions.Line(8));
        await RunModelsAsync("A");
        if (arguments.Contains("short", StringComparison.Ordinal))
        {
            AssertSucceeded(await CallAsync(Run("short", "zero-shot", 8, "--limit", "4")));
        }
        else if (arguments.Contains("mini", StringComparison.Ordinal))
        {
            AssertSucceeded(await CallAsync("run", "--benchmark", "medbench-mini", "--limit", "2", "--out", "mini"));
        }
        else if (arguments.Contains("cut", StringComparison.Ordinal))
        {
            Assert.That((await CallAsync(Run("cut", "zero-shot", 1, "--max-calls", "3"))).Code, Is.EqualTo(3));
        }
        else if (arguments.Contains("failed", StringComparison.Ordinal))
        {
            Server.Faults = static (_, _) => Fault.BadRequest;
            Assert.That((await CallAsync("run", "--benchmark", "jsonl-mcq", "--data", "test=questions.jsonl", "--endpoint", Server.Endpoint, "--model", "model-F", "--out", "failed")).Code, Is.EqualTo(3));
        }
        else if (arguments.Contains("easy", StringComparison.Ordinal))
        {
            AssertSucceeded(await CallAsync("run", "--benchmark", "jsonl-mcq", "--data", "test=easy.jsonl", "--endpoint", Server.Endpoint, "--model", "model-A", "--out", "easy"));
        }

        var refused = await CallAsync(["subset", .. arguments.Split(' ')]);
        Assert.That((refused.Code, refused.Output, File.Exists(PathOf("s.json"))), Is.EqualTo((2, "", false)), refused.Errors);
        Assert.That(refused.Complaints.Single(), Does.StartWith(message.Replace("{0}", PathOf("A"), StringComparison.Ordinal)));
    }

    [TestCase("--subset s.json --data test=other.jsonl", "jsonl-mcq: other.jsonl: the questions of 's' were not chosen from this file (SHA-256 ")]
    [TestCase("--subset s.json --data test=questions.jsonl --benchmark jsonl-mcq", "A subset says itself of which benchmark and split its questions are. Leave out --benchmark, --recipe and --split.")]
    [TestCase("--subset questions.jsonl --data test=questions.jsonl", "questions.jsonl holds no subset: ")]
    [TestCase("--subset old.json --data test=questions.jsonl", "The questions of 's' were chosen from jsonl-mcq, version 0, and this is jsonl-mcq, version 1. Choose them anew with 'medbench subset', from runs over it.")]
    [TestCase("--subset s.json --dataset questions.jsonl --map question=question --map options=options --map answer=answer_idx", "The questions of 's' were chosen from jsonl-mcq, version 1, and this is questions, version ")]
    public async Task A_subset_that_does_not_fit_is_named_before_a_call(string arguments, string message)
    {
        await RunModelsAsync("A");
        AssertSucceeded(await CallAsync("subset", "A", "--fewest-answers", "1", "--out", "s.json"));
        Write("other.jsonl", Questions.Lines(2, Count));
        Write("old.json", (await File.ReadAllTextAsync(PathOf("s.json"))).Replace("\"version\": \"1\"", "\"version\": \"0\"", StringComparison.Ordinal));
        var calls = Server.Requests;
        var refused = await CallAsync(["run", .. arguments.Split(' '), "--endpoint", Server.Endpoint, "--model", "model-A", "--out", "r"]);
        Assert.That((refused.Code, Server.Requests), Is.EqualTo((2, calls)), refused.Errors);
        Assert.That(refused.Complaints[0], Does.StartWith(message));
    }

    private async Task RunModelsAsync(params string[] letters)
    {
        foreach (var letter in letters)
        {
            AssertSucceeded(await CallAsync("run", "--benchmark", "jsonl-mcq", "--data", "test=questions.jsonl", "--strategy", "zero-shot", "--endpoint", Server.Endpoint, "--model", $"model-{letter}", "--out", letter));
        }
    }

    private IEnumerable<int> Ids(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(file)));
        return [.. document.RootElement.GetProperty("ids").EnumerateArray().Select(id => int.Parse(id.GetString()!["test-".Length..], System.Globalization.CultureInfo.InvariantCulture))];
    }
}
