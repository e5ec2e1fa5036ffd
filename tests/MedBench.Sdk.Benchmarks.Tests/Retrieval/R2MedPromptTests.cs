using System.Security.Cryptography;
using System.Text;
using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Retrieval;

public sealed class R2MedPromptTests
{
    private static DatasetSource Fixture => DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "r2med"));

    // R2MED/R2MED at 62b7074, src/instrcution.py and src/generate_hypothetical_doc.py.
    [TestCase("Biology", "Please write a passage to help answer the Biology post.\nPost: Q?\nPassage: ")]
    [TestCase("Medical-Sciences", "Please write a passage to help answer the Medical Science post.\nPost: Q?\nPassage: ")]
    [TestCase("MedQA-Diag", "Please write a passage to help answer the Medical Exam.\nExam: Q?\nPassage: ")]
    [TestCase("PMC-Treatment", "Please write a passage to help answer the Clinical Case.\nCase: Q?\nPassage: ")]
    [TestCase("IIYi-Clinical", "Please write a similar case to help diagnose the Clinical Case.\nCase: Q?\nSimilar Case: ")]
    public async Task HyDE_asks_in_the_published_words(string set, string prompt)
    {
        var request = await SendAsync(R2MedStrategies.HydeBm25(), set);
        Assert.That(request.Messages.Select(message => (message.Role.Value, message.Text)), Is.EqualTo([("system", "You are a helpful assistant."), ("user", prompt)]));
        Assert.That((request.Options!.Temperature, request.Options.TopP, request.Options.MaxOutputTokens), Is.EqualTo((0.8f, 0.8f, default(int?))));
    }

    [TestCase("Biology", "Write a passage that help answer the Biology post.\n\n###Examples:###\nPost: Why do cats' eyes shine at night?\nPassage:\nA mirror behind the retina, the tapetum, sends light through it twice.\n\nPost: What makes blood red?\nPassage:\nOxygen bound to the iron of hemoglobin.\nIron is why \"rust\" comes to mind.\n\n\n###Real Test:###\nPost: Q?\nPassage: ")]
    [TestCase("Bioinformatics", "Write a passage to help answer the Bioinformatics post.\n\n###Examples:###\nPost: What is a read?\nPassage:\nA read is the sequence of one fragment.\n\n\n###Real Test:###\nPost: Q?\nPassage: ")]
    [TestCase("IIYi-Clinical", "Write a similar case to help diagnose the Clinical Case.\n\n###Examples:###\nCase: A cook burnt a hand.\nSimilar Case:\nA baker burnt a forearm; water cooled it.\n\nIt healed.\n\n\n###Real Test:###\nCase: Q?\nSimilar Case: ")]
    public async Task Query2doc_shows_the_examples_of_the_users_file_in_the_published_words(string set, string prompt)
        => Assert.That((await SendAsync(R2MedStrategies.Query2docBm25(), set, await ExamplesAsync(set, Fixture))).Messages[^1].Text, Is.EqualTo(prompt));

    // query2doc[KEY].format(TEXT="Q?") of src/instrcution.py with src/example.py, R2MED/R2MED at 62b7074, by Python 3.11.
    [TestCase("Biology", "a91cf5d327223519494a916124721b1ed9d9c07a27dfc997c3bec7edf8c40e7c")]
    [TestCase("Bioinformatics", "14af91b136e38673b894acf92ff2ca395d6b54ad3e4ed21af3835414e3db2bde")]
    [TestCase("Medical-Sciences", "910125287805f520cef65d26231643ffb2fbccd4ee52eff5c5bda8829bac44cf")]
    [TestCase("MedXpertQA-Exam", "c9fa4c1a8d5e78fc7a998610ee3fd0ea45decec6f1cc8f5e99e29710039733c8")]
    [TestCase("MedQA-Diag", "030f7d16faafba63a23f6296d6f48e2e2746ba20bad372b883e9d4d7d4aba91f")]
    [TestCase("PMC-Treatment", "aeaf168af573e59b6e0904c997c409073e9195a71d684ac544dcc653cbda750f")]
    [TestCase("PMC-Clinical", "cbcce19763273407a7d5a9045726221ae97a25b12dcb33b74880104dedb7e2b0")]
    [TestCase("IIYi-Clinical", "82f9eb8e59bde12d0c6ad23857b4a63314b98bba4a5584ae7ec77be9415838d7")]
    public async Task Query2doc_with_the_authors_file_sends_the_published_prompt_byte_for_byte(string set, string hash)
    {
        var source = ExamData.Published("r2med", "MEDBENCH_R2MED");
        if (source.Find("pool", ["example.py"]) is null)
        {
            Assert.Ignore("The authors' src/example.py is not there; MEDBENCH_R2MED may name its folder.");
        }

        var text = (await SendAsync(R2MedStrategies.Query2docDense(), set, await ExamplesAsync(set, source))).Messages[^1].Text;
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), Is.EqualTo(hash));
    }

    [Test]
    public async Task The_evaluated_query_is_never_its_own_example()
    {
        var examples = await ExamplesAsync("Biology", Fixture);
        var text = (await SendAsync(R2MedStrategies.Query2docBm25(), "Biology", [examples[0] with { Input = examples[0].Input with { Stem = "Q?" } }, examples[1]])).Messages[^1].Text;
        Assert.That(text, Does.Not.Contain("tapetum").And.Contain("hemoglobin"));
        var prediction = await R2MedStrategies.Query2docBm25().PredictAsync(new SampleInput { Id = "1", Stem = examples[0].Input.Stem, Subject = "Biology" }, new TestModelAccess { WorkedExamples = [examples[0]] });
        Assert.That(prediction, Is.InstanceOf<Unanswered>().With.Property("Outcome").EqualTo(Outcome.Unsupported));
    }

    [Test]
    public async Task Only_Query2doc_wants_the_examples_and_says_where_they_are()
    {
        Assert.That(new[] { R2MedStrategies.Query2docBm25(), R2MedStrategies.Query2docDense() }.Select(strategy => strategy.Info.UsesExemplars), Is.All.True);
        Assert.That(new[] { R2MedStrategies.Bm25(), R2MedStrategies.HydeBm25(), R2MedStrategies.LamerDense(), R2MedStrategies.DenseReranked() }.Select(strategy => strategy.Info.UsesExemplars), Is.All.False);
        Assert.That(await ExamData.ErrorAsync(() => ExamplesAsync("Biology", DatasetSource.Folder(TestContext.CurrentContext.TestDirectory))), Does.StartWith("r2med-biology: example.py, whose examples Query2doc shows, was not found in ").And.Contains("src/example.py of github.com/R2MED/R2MED"));
    }

    [TestCase("Example = {'Stack-Biology': 'Post: a\\nPassage:\\nb',} # end", null)]
    [TestCase("Example = {'Stack-Biology': '''Post: a\\\nPassage:\nb'''}", "an example does not read 'Post: …'")]
    [TestCase("Example = {'Stack-Biology': open('secret').read()}", "line 1: this is no dictionary of plain texts")]
    [TestCase("import os\nExample = {}", "line 1: this is no dictionary of plain texts")]
    [TestCase("Example = {\n'Stack-Biology': r'''x'''}", "line 2: this is no dictionary of plain texts")]
    [TestCase("Example = {\n'Stack-Biology': '''x\\u0041'''}", "line 2: this is no dictionary of plain texts")]
    [TestCase("Example = {'Stack-Biology': '''x", "this is no dictionary of plain texts")]
    [TestCase("Example = {'Stack-Biology': 'x\\", "this is no dictionary of plain texts")]
    [TestCase("Example = {'Stack-Biology': 'a' 'b'}", "this is no dictionary of plain texts")]
    [TestCase("Example = {'Stack-Biology': 'a\nb'}", "this is no dictionary of plain texts")]
    [TestCase("Example = {'a': 'b'}; print()", "this is no dictionary of plain texts")]
    [TestCase("Example = {'a': 'b'}", "there is no 'Stack-Biology'")]
    [TestCase("Example = {'Stack-Biology': ''}", "an example does not read 'Post: …'")]
    [TestCase("Example = {'Stack-Biology': 'Post: a\\nPassage:\\n'}", "an example does not read 'Post: …'")]
    [TestCase("Example = {'Stack-Biology': 'Note. Post: a\\nPassage:\\nb'}", "an example does not read 'Post: …'")]
    [TestCase("", "this is no dictionary of plain texts")]
    public async Task A_file_of_examples_is_read_as_data_or_refused(string text, string? problem)
    {
        var file = new DatasetFile("example.py", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var task = R2MedTask.All[0];
        if (problem is not null)
        {
            Assert.That(await ExamData.ErrorAsync(() => R2MedExamples.ReadAsync(file, task, "r2med-biology", default)), Does.Contain(problem));
            return;
        }

        var example = (await R2MedExamples.ReadAsync(file, task, "r2med-biology", default)).Single();
        Assert.That((example.Input.Id, example.Input.Stem, example.Input.Subject, example.Answer), Is.EqualTo(("Biology-example-1", "a", "Biology", "b")));
    }

    [TestCase("Biology", "Give a Biology post and its possible relevant passages (most of these passages are wrong). Please write a correct passage that help answer the post.\nJust output the correct passage, don't explanation.\n\nPost: Q?\n\nPossible Relevant Passages: \n[1]. about q\n[2]. Q two lines")]
    [TestCase("IIYi-Clinical", "Give a Clinical Case and its possible similar cases (most of these cases are non-similar). Please write a correct similar case that help diagnose the Clinical Case.\nJust output the correct case, don't explanation.\n\nCase: Q?\n\nPossible Similar Cases: \n[1]. about q\n[2]. Q two lines")]
    public async Task LameR_shows_what_words_find(string set, string prompt)
        => Assert.That((await SendAsync(R2MedStrategies.LamerDense(), set)).Messages[^1].Text, Is.EqualTo(prompt.Replace("diagnose the Clinical Case", "diagnose the case", StringComparison.Ordinal)));

    [TestCase("Biology", "Instruct: Given a Biology post, retrieve relevant passages that help answer the post\nQuery: ")]
    [TestCase("Medical-Sciences", "Instruct: Given a Medical Science post, retrieve relevant passages that help answer the post\nQuery: ")]
    [TestCase("MedXpertQA-Exam", "Instruct: Given a Medical Exam, retrieve relevant passages that help answer the exam\nQuery: ")]
    [TestCase("PMC-Treatment", "Instruct: Given a Clinical Case, retrieve relevant passages that help answer the case\nQuery: ")]
    [TestCase("PMC-Clinical", "Instruct: Given a Clinical Case, retrieve similar cases that help diagnose the case\nQuery: ")]
    public void Embedders_read_the_published_instruction(string set, string instruction)
        => Assert.That(R2MedTask.All.Single(task => task.Set == set).Instruction, Is.EqualTo(instruction));

    [TestCase("<think>a</think> b ", "b", "b")]
    [TestCase("a</think>b</think>c", "c", "b</think>c")]
    [TestCase("<think>never ended", null, "<think>never ended")]
    [TestCase("<think>empty</think>", null, "")]
    [TestCase("## Thinking\n\nhm\n\n## Final Response\n\nanswer", "answer", "## Thinking\n\nhm\n\n## Final Response\n\nanswer")]
    [TestCase("<|begin_of_thought|>x<|end_of_thought|><|begin_of_solution|>y<|end_of_solution|>", "y", "<|begin_of_thought|>x<|end_of_thought|><|begin_of_solution|>y<|end_of_solution|>")]
    [TestCase("plain", "plain", "plain")]
    [TestCase("", null, null)]
    public void Thinking_is_left_out_and_the_published_rule_keeps_what_never_ends(string reply, string? read, string? published)
        => Assert.That((R2MedReply.Read(reply), R2MedReply.ReadAsPublished(reply)), Is.EqualTo((read, published)));

    [Test]
    public void Reproduced_defects_are_named_and_unknown_ones_refused()
    {
        var info = R2MedStrategies.HydeBm25(new R2MedOptions { Compat = [R2MedOptions.WeighedQuery, R2MedOptions.KeptThinking] }).Info;
        Assert.That((info.Id, info.Parameters["compat"], info.Parameters["bm25-query"]), Is.EqualTo(("r2med-hyde-bm25-published", "bm25-query-as-document, unended-thinking-kept", "weighed")));
        Assert.That(R2MedStrategies.Bm25().Info.Parameters["bm25-query"], Is.EqualTo("counted"));
        Assert.That(() => new R2MedOptions { Compat = ["x"] }, Throws.ArgumentException.With.Message.Contains("no known defect 'x'"));
    }

    [Test]
    public async Task A_query_of_another_benchmark_has_no_prompt_here()
        => Assert.That((await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(R2MedStrategies.HydeBm25(), "Surgery")))!.Message, Does.Contain("of no set of R2MED"));

    [Test]
    public async Task The_demo_of_the_repository_is_read()
    {
        var corpus = ExamData.Published("r2med").Find("corpus", ["Biology-demo/corpus.jsonl"])!.Path!;
        var source = DatasetSource.Folder(Path.GetDirectoryName(corpus)!);
        var samples = await ExamData.LoadAsync(new R2MedBiology(), source);
        Assert.That(samples.Select(sample => (sample.Input.Id, ((RankingTarget)sample.Target).Relevance.Count)), Is.EqualTo([("0", 2)]), "Two queries, of which one has judgements.");
        Assert.That(await new R2MedBiology().LoadDocumentsAsync(source).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_folder_of_another_set_is_not_taken_for_this_one()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-r2med-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "PMC-Clinical"));
            foreach (var name in new[] { "query.jsonl", "qrels.jsonl", "corpus.jsonl" })
            {
                File.Copy(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "r2med", name), Path.Combine(folder, "PMC-Clinical", name));
            }

            Assert.That(await ExamData.LoadAsync(new R2MedPmcClinical(), DatasetSource.Folder(folder)), Has.Count.EqualTo(3));
            Assert.That(await ExamData.ErrorAsync(() => ExamData.LoadAsync(new R2MedBiology(), DatasetSource.Folder(folder))), Does.StartWith("r2med-biology: qrels.jsonl was not found in "));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<List<Exemplar>> ExamplesAsync(string set, IDatasetSource source) => ExamData.LoadPoolAsync(R2MedTests.Sets.Single(benchmark => benchmark.Card.Title == $"R2MED: {set}"), source);

    private static async Task<ModelRequest> SendAsync(IPromptStrategy strategy, string set, IReadOnlyList<Exemplar>? examples = null)
    {
        var model = new ScriptedModelClient(_ => "text");
        var access = new TestModelAccess(model) { WorkedExamples = examples, Collection = [new Document { Id = "a", Text = "Q\ntwo  lines" }, new Document { Id = "b", Text = "about q" }] };
        await strategy.PredictAsync(new SampleInput { Id = "1", Stem = "Q?", Subject = set }, access);
        return model.Requests.Single();
    }
}
