using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class PromptTests : CommandFixture
{
    private const string Medqa = """
        {"question":"First?","options":{"A":"one","B":"two","C":"three","D":"four \n\""},"answer_idx":"B"}
        {"question":"Second {stem} «é»?","options":{"A":"{x}","B":"two","C":"three","D":"four"},"answer_idx":"D"}

        """;

    private const string Pool = """
        {"question":"Shown?","options":{"A":"one","B":"two","C":"three","D":"four"},"answer_idx":"C"}

        """;

    [SetUp]
    public void WriteQuestions()
    {
        Write("medqa.jsonl", Medqa);
        Write("pool.jsonl", Pool);
    }

    [Test]
    public async Task A_completion_is_printed_byte_for_byte_and_nothing_else()
    {
        var finished = await CallAsync("prompt", "--benchmark", "medqa", "--protocol", "lm-evaluation-harness", "--data", "test=medqa.jsonl", "--item", "1");
        AssertSucceeded(finished);
        Assert.That((finished.Output, finished.Errors), Is.EqualTo(("Question: Second {stem} «é»?\nA. {x}\nB. two\nC. three\nD. four\nAnswer:", "")));
    }

    [Test]
    public async Task What_the_file_has_is_what_another_harness_sends()
    {
        var finished = await CallAsync("prompt", "--benchmark", "medqa", "--protocol", "lm-eval", "--data", "test=medqa.jsonl", "--item", "0");
        Assert.That(finished.Output, Is.EqualTo("Question: First?\nA. one\nB. two\nC. three\nD. four \n\"\nAnswer:"));
    }

    [Test]
    public async Task A_chat_is_canonical_json_with_the_named_pool_as_a_list()
    {
        var finished = await CallAsync("prompt", "--benchmark", "medqa", "--protocol", "lm-evaluation-harness", "--form", "chat", "--shots", "1", "--data", "test=medqa.jsonl", "--data", "pool=pool.jsonl", "--item", "1");
        AssertSucceeded(finished);
        Assert.That(finished.Output, Is.EqualTo("""[{"role":"user","content":"Question: Shown?\nA. one\nB. two\nC. three\nD. four\nAnswer:"},{"role":"assistant","content":"C"},{"role":"user","content":"Question: Second {stem} «é»?\nA. {x}\nB. two\nC. three\nD. four\nAnswer:"}]"""));
    }

    [TestCase("lm-evaluation-harness", "medqa", "2", " C")]
    [TestCase("opencompass-ppl", "mmlu-anatomy", "1", "\nAnswer: B")]
    public async Task A_continuation_is_printed_where_likelihoods_are_compared(string protocol, string benchmark, string number, string end)
    {
        Write("anatomy.csv", "Shown?,one,two,three,four,A\n");
        Write("dev.csv", "Once?,one,two,three,four,C\n");
        var finished = await CallAsync("prompt", "--benchmark", benchmark, "--protocol", protocol, "--shots", "0", "--data", $"test={(benchmark == "medqa" ? "medqa.jsonl" : "anatomy.csv")}", "--item", "0", "--continuation", number);
        AssertSucceeded(finished);
        Assert.That(finished.Output, Does.EndWith(end));
    }

    [Test]
    public async Task Without_a_protocol_it_is_what_a_strategy_would_send()
    {
        var finished = await CallAsync("prompt", "--benchmark", "jsonl-mcq", "--strategy", "zero-shot", "--data", "test=questions.jsonl", "--item", "0");
        AssertSucceeded(finished);
        Assert.That(finished.Output, Does.StartWith("[{\"role\":\"user\",\"content\":\"You are a medical expert").And.EndWith("\"}]"));
        Assert.That(Server.Requests, Is.Zero);
    }

    [Test]
    public async Task Exemplars_are_near_by_the_vectors_of_the_named_model_as_in_a_run()
    {
        string[] item = ["--benchmark", "jsonl-mcq", "--strategy", "cot-knn", "--data", "test=questions.jsonl", "--data", "pool=examples.jsonl", "--item", "7"];
        var shown = await CallAsync(["prompt", .. item, "--embeddings", "embedder", "--endpoint", Server.Endpoint, "--api-key-env", "MEDBENCH_TEST_KEY"]);
        AssertSucceeded(shown);
        Assert.That((Server.Requests, Server.Embeddings, string.Join('|', Server.Authorizations)), Is.EqualTo((0, PoolSize + 1, "Bearer the-key-of-the-test")));
        var elsewhere = await CallAsync(["prompt", .. item, "--embeddings", $"embedder@{Server.Endpoint}"]);
        Assert.That((elsewhere.Output, (await CallAsync(["prompt", .. item])).Output == shown.Output), Is.EqualTo((shown.Output, false)), "the built-in vectors have other neighbours");
        Assert.That((await CallAsync(["prompt", .. item, "--embeddings", "embedder"])).Errors.Trim(), Is.EqualTo("The embedding model needs an endpoint. Write --embeddings embedder@URL, or add --endpoint URL."));
    }

    [TestCase("--benchmark medqa --protocol helmet --data test=medqa.jsonl --item 0", "There is no protocol 'helmet'. Choose from lm-evaluation-harness,")]
    [TestCase("--benchmark jsonl-mcq --protocol helm --data test=questions.jsonl --item 0", "The protocol 'helm' has no prompt for 'jsonl-mcq'. It covers medqa,")]
    [TestCase("--benchmark medqa --protocol helm --form rhyme --data test=medqa.jsonl --item 0", "The protocol 'helm' has no form 'rhyme' for 'medqa'. Choose from completion,")]
    [TestCase("--benchmark medqa --protocol mirage --shots 2 --data test=medqa.jsonl --item 0", "The protocol 'mirage' shows no exemplars with")]
    [TestCase("--benchmark medqa --protocol helm --data test=medqa.jsonl --item 2 --shots 0", "medqa: there is no item 2: the split 'test' has 2, counted from 0.")]
    [TestCase("--benchmark medqa --protocol lm-evaluation-harness --continuation 4 --data test=medqa.jsonl --item 0", "There are 4 continuations, counted from 0.")]
    [TestCase("--benchmark medqa --protocol mirage --continuation 0 --data test=medqa.jsonl --item 0", "No likelihoods are compared here")]
    [TestCase("--benchmark medqa --shots 2 --data test=medqa.jsonl --item 0", "--shots, --form and --compat say how a published protocol is run. Add --protocol ID.")]
    [TestCase("--benchmark pubmedqa --protocol opencompass --data test=medqa.jsonl --item 0", "The protocol 'opencompass' has no prompt for 'pubmedqa': ")]
    public async Task What_cannot_be_shown_is_named(string arguments, string message)
    {
        var finished = await CallAsync(["prompt", .. arguments.Split(' ')]);
        Assert.That((finished.Code, finished.Output, finished.Complaints.Count), Is.EqualTo((2, "", 1)));
        Assert.That(finished.Complaints[0], Does.StartWith(message));
    }

    [Test]
    public async Task A_run_by_a_protocol_sends_the_prompt_that_was_previewed_and_names_a_reproduced_defect()
    {
        var shown = await CallAsync("prompt", "--benchmark", "medqa", "--protocol", "mirage", "--data", "test=medqa.jsonl", "--item", "0");
        var finished = await CallAsync("run", "--benchmark", "medqa", "--protocol", "mirage", "--compat", "mirage-unparsed-is-a", "--data", "test=medqa.jsonl", "--endpoint", Server.Endpoint, "--model", "stub", "--out", "r");
        AssertSucceeded(finished);
        var journal = await File.ReadAllTextAsync(PathOf("r", "journal.jsonl"));
        var system = shown.Output[shown.Output.IndexOf("You are", StringComparison.Ordinal)..shown.Output.IndexOf("Organize", StringComparison.Ordinal)];
        Assert.Multiple(() =>
        {
            Assert.That(system, Has.Length.GreaterThan(50));
            Assert.That(journal, Does.Contain(system));
            Assert.That(File.ReadAllText(PathOf("r", "report.md")), Does.Contain("**Warning:** mirage-chat on medqa reproduces a defect of published code (mirage-unparsed-is-a)\\: "));
        });
    }

    [Test]
    public async Task A_likelihood_protocol_runs_with_the_embedded_reader()
    {
        var finished = await CallAsync("run", "--benchmark", "medqa", "--protocol", "lm-evaluation-harness", "--data", "test=medqa.jsonl", "--out", "r");
        AssertSucceeded(finished);
        Assert.That(Results("r"), Does.Contain("log-likelihoods").And.Contain("\"strategy\":\"lm-evaluation-harness-completion\""));
    }

    [Test]
    public async Task Decoding_of_one_s_own_is_said()
    {
        AssertSucceeded(await CallAsync("run", "--benchmark", "medqa", "--protocol", "mirage", "--temperature", "0.9", "--data", "test=medqa.jsonl", "--endpoint", Server.Endpoint, "--model", "stub", "--out", "r"));
        Assert.That(await File.ReadAllTextAsync(PathOf("r", "report.md")), Does.Contain("mirage-chat on medqa does not decode as its protocol does\\: temperature 0.9 instead of 0."));
    }

    [Test]
    public async Task A_row_that_no_model_here_can_answer_is_a_warning()
    {
        AssertSucceeded(await CallAsync("run", "--benchmark", "medqa", "--protocol", "lm-evaluation-harness", "--form", "chat", "--data", "test=medqa.jsonl", "--out", "r"));
        Assert.That(await File.ReadAllTextAsync(PathOf("r", "report.md")), Does.Contain("Every sample of lm-evaluation-harness-chat-multiturn on medqa with lexical-reader is unsupported"));
        var comparison = await CallAsync("compare", "r", "r");
        Assert.That(comparison.Code, Is.EqualTo(3));
        Assert.That(comparison.Output, Does.Match("no difference can be told: \\d+ samples are in both runs, and none of them is scored in both\\. First run: \\d+ unsupported \\(.+ChatLogLikelihood"));
    }

    [Test]
    public async Task The_first_samples_of_a_split_are_called_so()
    {
        AssertSucceeded(await CallAsync("run", "--benchmark", "medbench-mini", "--limit", "7", "--out", "r"));
        Assert.That(await File.ReadAllTextAsync(PathOf("r", "report.md")), Does.Contain("Only the first 7 of 120 samples of medbench\\-mini were evaluated.").Or.Contain("Only the first 7 of 120 samples of medbench-mini were evaluated."));
    }

    [Test]
    public async Task A_protocol_s_run_with_published_numbers_is_replayed_to_the_byte()
    {
        AssertSucceeded(await CallAsync("run", "--benchmark", "medqa", "--protocol", "lm-evaluation-harness", "--shots", "1", "--data", "test=medqa.jsonl", "--data", "pool=pool.jsonl", "--out", "r"));
        AssertSucceeded(await CallAsync("bundle", "r", "--out", "r.medbench"));
        var replayed = await CallAsync("replay", "r.medbench");
        Assert.That((replayed.Code, replayed.Output), Is.EqualTo((0, replayed.Output)), replayed.Output);
        Assert.That(replayed.Output, Does.Contain("2 results compared").And.Contain("identical"));
    }

    [Test]
    public async Task A_recipe_runs_the_whole_table()
    {
        Directory.CreateDirectory(PathOf("data", "medqa"));
        var finished = await CallAsync("run", "--recipe", "openmedlm", "--data", "data", "--limit", "1", "--out", "r");
        Assert.That((finished.Code, finished.Complaints.Count), Is.EqualTo((2, 1)), finished.Errors);
        Assert.That(finished.Complaints[0], Does.StartWith("medqa: no file of the split 'test' was found in "));
    }

    [Test]
    public async Task Sets_of_a_recipe_can_be_left_out_and_each_has_its_hard_questions()
    {
        Directory.CreateDirectory(PathOf("data"));
        File.Copy(PathOf("medqa.jsonl"), PathOf("data", "phrases_no_exclude_test.jsonl"));
        Write(Path.Combine("data", "dev.json"), string.Concat(Enumerable.Range(0, 4).Select(number => Questions.MedMcqaLine(number, number + 1) + "\n")));
        foreach (var seed in new[] { "1", "2" })
        {
            AssertSucceeded(await CallAsync("run", "--recipe", "mirage", "--benchmark", "medqa", "--benchmark", "medmcqa", "--data", "data", "--seed", seed, "--out", seed));
        }

        Assert.That(Summary("1").GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("benchmark").GetString()).Distinct(), Is.EqualTo(new[] { "medqa", "medmcqa" }));
        AssertSucceeded(await CallAsync("resume", "1"));
        var unclear = await CallAsync("subset", "1", "2", "--below", "1", "--out", "s.json");
        Assert.That((unclear.Code, unclear.Errors.Trim()), Is.EqualTo((2, "The runs have several benchmarks in common: medqa, medmcqa. Say which with --benchmark ID.")));
        var chosen = await CallAsync("subset", "1", "2", "--below", "1", "--benchmark", "medmcqa", "--out", "s.json");
        Assert.That(chosen.Output, Does.Contain(" among 4 of medmcqa/validation"), chosen.Errors);
    }

    [TestCase("--recipe openmedlm --strategy zero-shot --data . --out r", "A recipe says itself what is asked and how.")]
    [TestCase("--recipe openmedlm --benchmark medqa --benchmark medxpertqa-text --data . --out r", "The recipe 'openmedlm' has no set 'medxpertqa-text'. Choose from medqa, medmcqa, pubmedqa, mmlu-medical.")]
    [TestCase("--benchmark medqa --benchmark medmcqa --data . --out r", "Several benchmarks are run together as the sets of a recipe alone. Name one, or add --recipe ID.")]
    [TestCase("--recipe openmedlm --data one.jsonl --data two.jsonl --out r", "A recipe takes one folder with the files of its benchmarks")]
    [TestCase("--recipe openmedlmm --data . --out r", "There is no recipe 'openmedlmm'. Choose from openmedlm, medprompt,")]
    [TestCase("--out r", "Nothing says what to evaluate. Add --benchmark ID, --recipe ID for a paper's whole table, --subset FILE for chosen questions, or --dataset FILE for questions of your own.")]
    [TestCase("--benchmark medqa --protocol mirage --compat misprint --data test=medqa.jsonl --out r", "There is no compat rule 'misprint' for")]
    public async Task What_a_recipe_or_a_protocol_cannot_do_is_named(string arguments, string message)
    {
        var finished = await CallAsync(["run", .. arguments.Split(' ')]);
        Assert.That((finished.Code, finished.Complaints.Count), Is.EqualTo((2, 1)), finished.Errors);
        Assert.That(finished.Complaints[0], Does.StartWith(message));
    }

    [Test]
    public async Task One_kind_can_be_listed()
    {
        var finished = await CallAsync("list", "protocols");
        AssertSucceeded(finished);
        Assert.That(finished.Output, Does.StartWith("Protocols\n  lm-evaluation-harness").And.Not.Contain("Scorers"));
    }
}
