namespace MedBench.Tests.Importing;

public sealed class LmEvalImportTests : ImportFixture
{
    private const string Name = "samples_fever_clinic_2025-01-31T10-00-00.000000.jsonl";

    private const string Likelihood = """
        {"doc_id": 0, "doc": {"sent1": "Which drug lowers fever?", "ending0": "paracetamol", "ending1": "heparin", "label": 0}, "target": "0", "arguments": {"gen_args_0": {"arg_0": "Question: Which drug lowers fever?\nAnswer:", "arg_1": " A"}, "gen_args_1": {"arg_0": "Question: Which drug lowers fever?\nAnswer:", "arg_1": " B"}}, "resps": [[["-0.5", "True"]], [["-1.5", "False"]]], "filtered_resps": [["-0.5", "True"], ["-1.5", "False"]], "filter": "none", "metrics": ["acc", "acc_norm"], "doc_hash": "d", "prompt_hash": "p", "target_hash": "t", "acc": 1.0, "acc_norm": 1.0}
        {"doc_id": 1, "doc": {"sent1": "Which drug thins blood?", "ending0": "paracetamol", "ending1": "heparin", "label": 1}, "target": "1", "arguments": {"gen_args_0": {"arg_0": "Question: Which drug thins blood?\nAnswer:", "arg_1": " A"}, "gen_args_1": {"arg_0": "Question: Which drug thins blood?\nAnswer:", "arg_1": " B"}}, "resps": [[["-2.5", "False"]], [["-2.5", "False"]]], "filtered_resps": [["-2.5", "False"], ["-2.5", "False"]], "filter": "none", "metrics": ["acc", "acc_norm"], "doc_hash": "d", "prompt_hash": "p", "target_hash": "t", "acc": 0.0, "acc_norm": 0.0}

        """;

    [Test]
    public async Task The_likeliest_option_is_the_answer_and_of_equal_ones_the_first()
    {
        var summary = await ImportAsync(Write(Name, Likelihood));
        Assert.That(Outcomes(), Is.EqualTo(new Dictionary<string, Outcome> { ["0"] = Outcome.Correct, ["1"] = Outcome.Incorrect }));
        Assert.That((summary.Cells[0].Benchmark, summary.Cells[0].Metric, summary.IsComplete), Is.EqualTo(("fever_clinic", "accuracy", true)));
        Assert.That(Result("0").Scores[0].Score, Has.Property("Gold").EqualTo("A").And.Property("Predicted").EqualTo("A"));
        Assert.That(Result("0").Reply, Is.EqualTo("paracetamol"));
        Assert.That(Result("0").Probabilities!["A"], Is.EqualTo(1 / (1 + Math.Exp(-1))).Within(1e-12));
    }

    [Test]
    public async Task The_harnesses_own_verdicts_stand_beside_ours()
    {
        var summary = await ImportAsync(Write(Name, Likelihood));
        Assert.That(summary.Cells[0].FurtherScores.Select(pair => (pair.Key, pair.Value.Score.Estimate)), Is.EqualTo(new[] { ("recorded-acc", 0.5), ("recorded-acc-norm", 0.5) }));
        Assert.That(File.ReadAllText(Path.Combine(Run, "report.md")), Does.Contain("| recorded-acc | 0.500 |"));
    }

    [Test]
    public async Task Arguments_of_older_versions_are_lists_and_numbers_are_numbers()
    {
        await ImportAsync(Write("samples_old.jsonl", """{"doc_id": 3, "doc": {"query": "Is it viral?"}, "target": "no", "arguments": [["Is it viral?", " yes"], ["Is it viral?", " no"], ["Is it viral?", " maybe"]], "resps": [[[-1.5, false]], [[-0.25, true]], [[-9, false]]], "filtered_resps": [[-1.5, false], [-0.25, true], [-9, false]], "acc": 1.0}"""));
        Assert.That(Result("3").Scores.Select(score => (score.Scorer, score.Score.Value, score.Score.Gold)), Is.EqualTo(new (string, double?, string?)[] { ("choice", 1, "B"), ("recorded-acc", 1, null) }));
    }

    [Test]
    public async Task Generated_text_with_options_is_read_again_and_every_filter_is_shown()
    {
        const string head = """{"doc_id": 0, "doc": {"question": "Which one?", "choices": ["rest", "surgery"]}, "target": "B", "arguments": {"gen_args_0": {"arg_0": "Which one?", "arg_1": {"until": ["\n\n"], "do_sample": false}}}, "resps": [["I think the answer is (B)."]], """;
        await ImportAsync(Write("samples_cot_2025-01-31.jsonl", head + """
            "filtered_resps": ["[invalid]"], "filter": "strict-match", "metrics": ["exact_match"], "exact_match": 0.0}

            """ + head + """
            "filtered_resps": ["B"], "filter": "flexible-extract", "metrics": ["exact_match"], "exact_match": 1.0}
            """));
        Assert.That(Result("0").Scores.Select(score => (score.Scorer, score.Score.Value)), Is.EqualTo(new (string, double?)[] { ("choice", 1), ("recorded-exact-match-strict-match", 0), ("recorded-exact-match-flexible-extract", 1), ("recorded-agreement", 0) }));
    }

    [Test]
    public async Task Free_text_is_matched_with_every_reference_when_the_target_is_a_list()
    {
        await ImportAsync(Write("samples_text_2025-01-31.jsonl", """{"doc_id": 0, "doc": {"question": "Name it"}, "target": "['varicella', \"chicken's pox\"]", "arguments": {"gen_args_0": {"arg_0": "Name it", "arg_1": {"until": []}}}, "resps": [["Chicken's pox."]], "filtered_resps": ["Chicken's pox."], "filter": "none", "metrics": ["exact_match"], "exact_match": 0.0}"""));
        Assert.That((ScoreOf("0", "exact-match"), ScoreOf("0", "recorded-exact-match")), Is.EqualTo((1.0, 0.0)));
    }

    /// <summary>The rows are as lm-evaluation-harness writes gsm8k's: the filter's text beside the raw reply, and "[invalid]" where it found none.</summary>
    [Test]
    public async Task Of_generated_text_the_filtered_one_is_compared_and_the_raw_one_kept()
    {
        static string Row(int id, string reply, string filtered, double match) => $$$"""{"doc_id": {{{id}}}, "doc": {"question": "How many tablets?"}, "target": "18", "arguments": {"gen_args_0": {"arg_0": "How many tablets?", "arg_1": {"until": []} } }, "resps": [["{{{reply}}}"]], "filtered_resps": ["{{{filtered}}}"], "filter": "strict-match", "metrics": ["exact_match"], "exact_match": {{{match}}} }""";
        using var imported = await LogImport.ReadAsync([Write("samples_dose_2025-01-31.jsonl", string.Join('\n', Row(0, "16 - 3 + 5 = 18\\n#### 18", "18", 1), Row(1, "It is 17.\\n#### 17", "17", 0), Row(2, "Some.", "[invalid]", 0)))]);
        var summary = await imported.EvaluateAsync(new RunOptions { Folder = Run });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Outcomes(), Is.EqualTo(new Dictionary<string, Outcome> { ["0"] = Outcome.Correct, ["1"] = Outcome.Incorrect, ["2"] = Outcome.Unparsed }));
            Assert.That(Result("0").Reply, Is.EqualTo("16 - 3 + 5 = 18\n#### 18"));
            Assert.That(Result("0").Notes["recorded-answer"], Is.EqualTo("18"));
            Assert.That(summary.Cells[0].Score!.Value.Estimate, Is.EqualTo(summary.Cells[0].FurtherScores["recorded-exact-match-strict-match"].Score.Estimate));
            Assert.That(imported.Cells.Single().Remarks, Is.Empty);
        }
    }

    [Test]
    public async Task One_text_filtered_out_of_several_replies_belongs_to_none_of_them()
    {
        using var imported = await LogImport.ReadAsync([Write("samples_vote.jsonl", """{"doc_id": 0, "doc": {"question": "q"}, "target": "18", "arguments": {"gen_args_0": {"arg_0": "q", "arg_1": {}}}, "resps": [["18", "so 18", "17"]], "filtered_resps": ["18"], "filter": "maj@3", "metrics": [], "doc_hash": ""}""")]);
        await imported.EvaluateAsync(new RunOptions { Folder = Run });
        Assert.That(Outcomes().Values, Is.EqualTo(new[] { Outcome.Correct, Outcome.Incorrect, Outcome.Incorrect }));
        Assert.That(imported.Cells.Single().Remarks, Is.EqualTo(new[] { "3 of 3 records do not hold the text that the harness read off the reply; the whole reply is compared with what is right." }));
    }

    [Test]
    public async Task As_many_filtered_texts_as_replies_are_one_each()
    {
        await ImportAsync(Write("samples_each.jsonl", """{"doc_id": 0, "doc": {"question": "q"}, "target": "18", "arguments": {"gen_args_0": {"arg_0": "q", "arg_1": {}}}, "resps": [["so 18", "so 17"]], "filtered_resps": [["18", "17"]], "filter": "regex", "metrics": [], "doc_hash": ""}"""));
        Assert.That(Outcomes().Values, Is.EqualTo(new[] { Outcome.Correct, Outcome.Incorrect }));
    }

    [Test]
    public async Task Repeated_replies_are_epochs_when_every_document_has_as_many()
    {
        const string text = """
            {"doc_id": 0, "doc": {"question": "q", "choices": ["x", "y"]}, "target": "A", "arguments": {"gen_args_0": {"arg_0": "q", "arg_1": {}}}, "resps": [["Answer: A", "Answer: B"]], "filtered_resps": ["Answer: A"], "filter": "none", "metrics": [], "doc_hash": ""}
            {"doc_id": 1, "doc": {"question": "r", "choices": ["x", "y"]}, "target": "B", "arguments": {"gen_args_0": {"arg_0": "q", "arg_1": {}}}, "resps": [["Answer: B", "Answer: B"]], "filtered_resps": ["Answer: B"], "filter": "none", "metrics": [], "doc_hash": ""}
            """;
        await ImportAsync(Write("samples_votes.jsonl", text));
        Assert.That(Outcomes(), Is.EqualTo(new Dictionary<string, Outcome> { ["0"] = Outcome.Correct, ["1"] = Outcome.Correct, ["0@1"] = Outcome.Incorrect, ["1@1"] = Outcome.Correct }));
    }

    [Test]
    public async Task What_Python_writes_beside_the_standard_is_understood()
    {
        await ImportAsync(Write("samples_nan.jsonl", """{"doc_id": 0, "doc": {"query": "NaN and Infinity in \"text\""}, "target": "0", "arguments": [["NaN", " a"], ["NaN", " b"]], "resps": [[[-1.0, false]], [[-Infinity, false]]], "filtered_resps": [], "acc": 1.0, "bleu": NaN}"""));
        Assert.That(Result("0").Scores.Select(score => score.Scorer), Is.EqualTo(new[] { "choice", "recorded-acc" }));
        Assert.That(Result("0").Outcome, Is.EqualTo(Outcome.Correct));
        Assert.That(RunReader.ReadCalls(Run).Single().LogLikelihoods[1].Sum, Is.EqualTo(double.MinValue));
    }

    [Test]
    public async Task A_log_likelihood_that_is_no_number_fails_its_document_alone()
    {
        await ImportAsync(Write("samples_broken.jsonl", """
            {"doc_id": 0, "doc": {}, "target": "0", "arguments": [["q", " a"], ["q", " b"]], "resps": [[[NaN, false]], [[-1.0, false]]], "acc": 0.0}
            {"doc_id": 1, "doc": {}, "target": "0", "arguments": [["q", " a"], ["q", " b"]], "resps": [[[-0.5, false]], [[-1.0, false]]], "acc": 1.0}
            """));
        Assert.That(Outcomes(), Is.EqualTo(new Dictionary<string, Outcome> { ["0"] = Outcome.Failed, ["1"] = Outcome.Correct }));
        Assert.That(Result("0").Error, Is.EqualTo("The log holds no reply to sample '0': a log-likelihood is not a number."));
    }

    [Test]
    public async Task A_single_continuation_is_right_when_it_is_what_the_model_would_write()
    {
        await ImportAsync(Write("samples_cloze.jsonl", """
            {"doc_id": 0, "doc": {"text": "The heart has four chambers"}, "target": " chambers", "arguments": [["The heart has four", " chambers"]], "resps": [[[-0.1, true]]], "acc": 1.0}
            {"doc_id": 1, "doc": {"text": "The heart has four chambers"}, "target": " chambers", "arguments": [["The heart has four", " chambers"]], "resps": [[[-5.1, false]]], "acc": 0.0}
            """));
        Assert.That(Outcomes().Values, Is.EqualTo(new[] { Outcome.Correct, Outcome.Incorrect }));
    }

    [Test]
    public async Task Half_of_the_requests_is_passed_over_when_it_asks_without_the_question()
    {
        await ImportAsync(Write("samples_mutual.jsonl", """{"doc_id": 0, "doc": {}, "target": "1", "arguments": [["q", " no"], ["q", " yes"], ["", " no"], ["", " yes"]], "resps": [[["-2", "False"]], [["-1", "False"]], [["-0.1", "True"]], [["-9", "False"]]], "acc": 1.0}"""));
        Assert.That(Result("0").Outcome, Is.EqualTo(Outcome.Correct));
    }

    [Test]
    public async Task The_options_are_in_the_prompts_when_what_follows_is_the_same()
    {
        await ImportAsync(Write("samples_filled.jsonl", """{"doc_id": 0, "doc": {}, "target": "1", "arguments": [["The cyst", " was removed."], ["The scar", " was removed."]], "resps": [[["-2", "False"]], [["-1", "False"]]], "acc": 1.0}"""));
        Assert.That((Result("0").Outcome, Result("0").Reply), Is.EqualTo((Outcome.Correct, "The scar")));
    }

    [Test]
    public async Task The_model_is_found_in_the_results_beside_the_samples()
    {
        Write("results_2025-01-31T10-00-00.000000.json", """{"results": {"fever_clinic": {"acc,none": 0.5}}, "config": {"model": "hf", "model_args": "pretrained=clinic/seven-b,dtype=float16"}, "configs": {}}""");
        var summary = await ImportAsync(Write(Name, Likelihood));
        Assert.That(summary.Cells[0].Model, Is.EqualTo("clinic/seven-b"));
    }

    [TestCase("""{"doc": {}, "resps": [["x"]]}""", "samples_x.jsonl, line 1, field 'doc_id': the field is missing. Name a file that lm-evaluation-harness wrote with --log_samples.")]
    [TestCase("""{"doc_id": 0, "resps": []}""", "samples_x.jsonl, line 1, field 'resps': the row holds no reply. Name a file that lm-evaluation-harness wrote with --log_samples.")]
    [TestCase("""{"doc_id": 0, "resps": "x"}""", "samples_x.jsonl, line 1, field 'resps': the row holds no reply. Name a file that lm-evaluation-harness wrote with --log_samples.")]
    [TestCase("""{"doc_id": {}, "resps": [["x"]]}""", "samples_x.jsonl, line 1, field 'doc_id': the field is an object, where text or a number is expected. Correct the value.")]
    [TestCase("""{"doc_id": 0, "arguments": [["a", {}]], "resps": [["x"], ["y"]]}""", "samples_x.jsonl, line 1, field 'resps': there are 2 replies to 1 requests. Name a file as lm-evaluation-harness wrote it.")]
    [TestCase("""{"doc_id": 0, "filter": 5, "resps": [["x"]]}""", "samples_x.jsonl, line 1, field 'filter': the field is a number, where text is expected. Correct the value.")]
    [TestCase("""{"doc_id": 0, "resps": [["x"]], "target": "\ud800"}""", "samples_x.jsonl, line 1, field 'target': the text contains half of a surrogate pair. Correct the value.")]
    public void A_damaged_row_is_named_with_its_field(string line, string message)
        => Assert.That(Refused(Write("samples_x.jsonl", line)).Message, Is.EqualTo(message));

    [Test]
    public void A_file_that_was_cut_short_is_named_with_its_line()
        => Assert.That(Refused(Write("samples_x.jsonl", Likelihood[..^200])).Message, Does.StartWith("samples_x.jsonl, line 2: the text is not valid JSON (noticed at byte "));
}
