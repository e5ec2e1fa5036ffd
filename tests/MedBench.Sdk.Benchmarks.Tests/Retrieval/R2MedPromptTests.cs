using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Retrieval;

public sealed class R2MedPromptTests
{
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

    [TestCase("Biology", "Write a passage that help answer the Biology post.\n\n###Examples:###\nPost: What does a virus need to transmit through air between humans?", "\n\n###Real Test:###\nPost: Q?\nPassage: ")]
    [TestCase("Bioinformatics", "Write a passage to help answer the Bioinformatics post.\n\n###Examples:###\nPost: Somatic tumor only variant calling?", "\n\n###Real Test:###\nPost: Q?\nPassage: ")]
    [TestCase("PMC-Clinical", "Write a similar case to help diagnose the Clinical Case.\n\n###Examples:###\nCase: A 73-year-old male with a history of high-grade urothelial carcinoma", "\n\n###Real Test:###\nCase: Q?\nSimilar Case: ")]
    public async Task Query2doc_shows_the_published_examples(string set, string start, string end)
    {
        var text = (await SendAsync(R2MedStrategies.Query2docBm25(), set)).Messages[^1].Text;
        Assert.That(text, Does.StartWith(start).And.EndWith(end));
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

    private static async Task<ModelRequest> SendAsync(IPromptStrategy strategy, string set)
    {
        var model = new ScriptedModelClient(_ => "text");
        var access = new TestModelAccess(model) { Collection = [new Document { Id = "a", Text = "Q\ntwo  lines" }, new Document { Id = "b", Text = "about q" }] };
        await strategy.PredictAsync(new SampleInput { Id = "1", Stem = "Q?", Subject = set }, access);
        return model.Requests.Single();
    }
}
