using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

/// <summary>Mistakes of the caller: each ends with exit code 2, one line that says what to do, and not one request.</summary>
public sealed class BadInputTests : CommandFixture
{
    [TestCase("--data nowhere", "'nowhere' is neither a folder nor a file. Check the path, or name a split: SPLIT=FILE.")]
    [TestCase("--data test=nowhere.jsonl", "jsonl-mcq: nowhere.jsonl: the file named for 'test' does not exist. Check the path in test=nowhere.jsonl.")]
    [TestCase("", "jsonl-mcq: no file of the split 'test' was found in a source without folders or files. Put test.jsonl or questions.jsonl or test.json there, or name a file with test=FILE.")]
    [TestCase("--data test=cut.jsonl", "jsonl-mcq: cut.jsonl, line 2: the text is not valid JSON (noticed at byte 21); the file may be cut short. Download the file again, or correct it.")]
    [TestCase("--data test=gold.jsonl", "jsonl-mcq: gold.jsonl, line 1: the answer 'E' is not among the options A, B. Correct the answer.")]
    [TestCase("--data test=typed.jsonl", "jsonl-mcq: typed.jsonl, line 1, field 'question': the field is a number, where text is expected. Correct the value.")]
    [TestCase("--data test=bytes.jsonl", "jsonl-mcq: bytes.jsonl, line 1")]
    [TestCase("--data test=questions.jsonl --split train", "jsonl-mcq: there is no split 'train'. Choose one of test.")]
    [TestCase("--data test=questions.jsonl --strategy zeroshot", "No strategy has the id 'zeroshot'. Did you mean 'zero-shot'? `medbench list` prints every id.")]
    [TestCase("--data test=questions.jsonl --strategy zero-shot --strategy zero-shot", "The plan names the strategy 'zero-shot' twice. Give each its own id, for results are told apart by it.")]
    [TestCase("--data test=questions.jsonl --strategy few-shot", "jsonl-mcq: no worked examples were found in test=questions.jsonl and the folder ")]
    [TestCase("--data test=questions.jsonl --strategy few-shot --data pool=nowhere.jsonl", "jsonl-mcq: nowhere.jsonl: the file named for 'pool' does not exist. Check the path in pool=nowhere.jsonl.")]
    [TestCase("--data test=questions.jsonl --strategy few-shot --data pool=questions.jsonl", "jsonl-mcq: questions.jsonl: the pool is the file of the evaluated split 'test'")]
    [TestCase("--data test=questions.jsonl --api-key-env MEDBENCH_EMPTY_KEY", "Environment variable 'MEDBENCH_EMPTY_KEY' holds no API key. Set it to the key of the endpoint.")]
    [TestCase("--data test=questions.jsonl --cop-base 1", "Only the answers of medmcqa have a base. Leave out --cop-base for 'jsonl-mcq'.")]
    [TestCase("--data test=questions.jsonl --exemplar-bank questions.jsonl", "questions.jsonl, line 1: the record is damaged. Delete that line to have its rationale written again.")]
    public async Task Bad_data_or_arguments_are_named(string arguments, string message)
    {
        Write("cut.jsonl", Questions.Line(1) + "\n" + Questions.Line(2)[..20]);
        Write("gold.jsonl", """{"question":"Which?","options":{"A":"x","B":"y"},"answer_idx":"E"}""");
        Write("typed.jsonl", """{"question":5,"options":{"A":"x","B":"y"},"answer_idx":"A"}""");
        await File.WriteAllBytesAsync(PathOf("bytes.jsonl"), [.. """{"question":"caf"""u8, 0xE9, .. "\"}\n"u8]);
        await AssertRefusedAsync(["run", "--benchmark", "jsonl-mcq", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--endpoint", Server.Endpoint, "--model", "stub", "--out", "r"], message);
    }

    [TestCase("--endpoint localhost:8000 --model m", "'localhost:8000' is not an endpoint. Give the base address of an OpenAI-compatible server, for instance http://localhost:8000/v1.")]
    [TestCase("--endpoint http://127.0.0.1:9/v1", "An endpoint needs a model. Add --model NAME.")]
    [TestCase("--model m", "The model 'm' needs an endpoint. Add --endpoint URL, or name one that needs none: lexical-reader, triage-esi, triage-news, triage-news2, ")]
    [TestCase("--endpoint http://127.0.0.1:9/v1/chat/completions --model m", "The endpoint http://127.0.0.1:9/v1/chat/completions names one operation. Give the base address, usually the part up to /v1.")]
    [TestCase("--endpoint http://example.org/v1 --model m", "The endpoint http://example.org/v1 is not encrypted, so prompts and key could be read on the way. Use https, or set AllowInsecure for a network that you trust.")]
    public Task A_wrong_endpoint_is_named(string arguments, string message)
        => AssertRefusedAsync(["run", "--benchmark", "jsonl-mcq", "--data", "questions.jsonl", .. arguments.Split(' '), "--out", "r"], message);

    [TestCase("jsonl-mq", "No benchmark has the id 'jsonl-mq'. Did you mean 'jsonl-mcq'? `medbench list` prints every id.")]
    [TestCase("medq", "No benchmark has the id 'medq'. Did you mean 'medqa'")]
    public Task An_unknown_benchmark_is_answered_with_the_nearest(string id, string message)
        => AssertRefusedAsync(["run", "--benchmark", id, "--data", "questions.jsonl", "--out", "r"], message);

    [TestCase("--limit 0", "--limit is 0. Give at least 1.")]
    [TestCase("--epochs 0", "--epochs is 0. Give at least 1.")]
    [TestCase("--concurrency 0", "--concurrency is 0. Give at least 1.")]
    [TestCase("--max-calls -1", "--max-calls is -1. Give at least 1.")]
    [TestCase("--max-tokens 0", "--max-tokens is 0. Give at least 1.")]
    [TestCase("--temperature -0.5", "--temperature is -0.5. Give at least 0.")]
    [TestCase("--temperature NaN", "--temperature is NaN. Give at least 0.")]
    [TestCase("--failure-budget 1.5", "--failure-budget is 1.5. Give from 0 to 1.")]
    [TestCase("--cop-base 2", "--cop-base is 2. Give from 0 to 1.")]
    [TestCase("--concurrency many", "Cannot parse argument 'many' for option '--concurrency' as expected type 'System.Int32'.")]
    public async Task A_number_that_no_run_can_use_is_refused(string arguments, string message)
    {
        var finished = await CallAsync([.. Run("r", "zero-shot")[..^4], .. arguments.Split(' '), "--out", "r"]);
        Assert.Multiple(() =>
        {
            Assert.That(finished.Code, Is.EqualTo(2));
            Assert.That(finished.Complaints, Is.EqualTo(new[] { message, "See 'medbench --help', or 'medbench COMMAND --help'." }));
        });
    }

    [TestCase("report", "nowhere")]
    [TestCase("resume", "nowhere")]
    [TestCase("compare", "nowhere", "nowhere")]
    public Task A_folder_without_a_run_is_named(params string[] arguments)
        => AssertRefusedAsync(arguments, "'nowhere' holds no manifest.json, so it is not a run folder. Name the folder that was given as output of a run.");

    [Test]
    public async Task Another_plan_in_the_same_folder_is_refused_with_the_differences()
    {
        AssertSucceeded(await CallAsync(Run("r", "zero-shot")));
        var before = (Server.Requests, Results("r"));
        var other = await CallAsync(Run("r", "zero-shot", 8, "--seed", "43", "--limit", "3"));
        Assert.Multiple(() =>
        {
            Assert.That(other.Code, Is.EqualTo(2));
            Assert.That(other.Complaints[0], Does.Contain("holds a run of another plan. Choose another folder, or restore what changed (recorded → wanted):"));
            Assert.That(other.Complaints, Does.Contain("  seed: 42 → 43"));
            Assert.That((Server.Requests, Results("r")), Is.EqualTo(before));
        });
        Write("questions.jsonl", Questions.Lines(1, Count - 1) + Questions.Line(99));
        var changed = await CallAsync(Run("r", "zero-shot"));
        Assert.That(changed.Code, Is.EqualTo(2));
        Assert.That(changed.Errors, Does.Contain("holds a run of another plan").And.Contain("questions.jsonl"));
    }

    private async Task AssertRefusedAsync(IEnumerable<string> arguments, string message)
    {
        var finished = await CallAsync(arguments);
        Assert.Multiple(() =>
        {
            Assert.That((finished.Code, finished.Complaints.Count), Is.EqualTo((2, 1)), finished.Errors);
            Assert.That(finished.Complaints[0].Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), Does.StartWith(message));
            Assert.That(finished.Output, Is.Empty);
            Assert.That(Server.Requests, Is.Zero);
            Assert.That(File.Exists(PathOf("r", "results.jsonl")), Is.False);
        });
    }
}
