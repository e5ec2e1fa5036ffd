using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Multilingual;

public sealed class XMedBenchTests : PublishedBenchmarkSpecification
{
    [TestCase("en", 4, "B C A A")]
    [TestCase("zh", 4, "C D ACDE C")]
    [TestCase("es", 1, "C")]
    [TestCase("fr", 1, "C")]
    [TestCase("hi", 1, "C")]
    [TestCase("ar", 1, "C")]
    public async Task Every_language_is_a_split(string language, int count, string answers)
    {
        var samples = await new XMedBench().LoadAsync(language, CreateSource()).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(count));
            Assert.That(string.Join(' ', samples.Select(sample => string.Concat(((ChoiceTarget)sample.Target).Labels))), Is.EqualTo(answers));
            Assert.That(samples.Select(sample => sample.Input.Language), Is.All.EqualTo(language));
            Assert.That(samples.Select(sample => sample.Tags["source"]), Is.EqualTo(samples.Select(sample => sample.Input.Subject)));
        });
    }

    [Test]
    public async Task A_question_of_several_answers_is_a_set_or_by_its_first_letter_as_the_authors_count_it()
    {
        var set = await Third(new XMedBench());
        var first = await Third(new XMedBench { KeepsFirstAnswer = true });
        Assert.That((set.Tags["answers"], ((ChoiceTarget)set.Target).Labels, ((ChoiceTarget)first.Target).Labels), Is.EqualTo(("several", new[] { "A", "C", "D", "E" }, new[] { "A" })));

        async Task<Sample> Third(XMedBench benchmark) => await benchmark.LoadAsync("zh", CreateSource()).Skip(2).FirstAsync();
    }

    [Test]
    public async Task The_pool_holds_all_languages_and_no_question_of_several_answers()
    {
        var pool = await new XMedBench().LoadExemplarsAsync(CreateSource()).ToListAsync();
        Assert.That(pool.GroupBy(exemplar => exemplar.Input.Language).Select(group => $"{group.Key} {group.Count()}"), Is.EqualTo(["en 5", "zh 4", "es 1", "fr 1", "hi 1", "ar 1"]));
        Assert.That(pool.Select(exemplar => exemplar.Input.Id), Is.Unique.And.All.Contains("-dev-"));
    }

    [Test]
    public async Task A_source_that_is_not_known_is_refused()
    {
        var source = new MemorySource(("zh", ExamData.File("zh.json", """[{"question":"q","options":"(A) x\n(B) y","answer":"(A)","source":"other"}]""")));
        Assert.That(await ExamData.ErrorAsync(async () => await new XMedBench().LoadAsync("zh", source).CountAsync()), Does.StartWith("xmedbench: zh.json, line 1, field 'source': the source 'other' is not known."));
    }

    [Test]
    public async Task Nothing_but_the_declared_fields_reaches_a_question()
    {
        var source = new MemorySource(("en", ExamData.File("en.json", """[{"question":"q","context":"c","options":"(A) x\n(B) y","answer":"(A)","source":"pubmedqa","exp":"canary","id":"canary"}]""")));
        var input = (await new XMedBench().LoadAsync("en", source).SingleAsync()).Input;
        Assert.That(input.ToString() + string.Join(' ', input.Options) + string.Join(' ', input.Context), Does.Not.Contain("canary"));
    }

    [TestCase("zh", 8_759, 62, "cmb-single 2000, cmexam 2000, cmmlu-medical 1333, medqa-mcmle 3426")]
    [TestCase("es", 2_742, 0, "headqa 2742")]
    [TestCase("fr", 321, 0, "frenchmedmcqa 321")]
    [TestCase("hi", 1_089, 0, "mmlu-medical-hi 1089")]
    [TestCase("ar", 1_088, 0, "mmlu-medical-ar 1088")]
    public async Task The_published_files_are_read_and_counted(string language, int count, int several, string sources)
    {
        var samples = await new XMedBench().LoadAsync(language, ExamData.Published("xmedbench", "MEDBENCH_XMEDBENCH")).ToListAsync();
        if (samples.Count < count)
        {
            // The extract beside the repository holds the first rows of each source.
            Assert.That(samples, Has.Count.EqualTo(language == "zh" ? 80 : 60));
            return;
        }

        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(count).And.Count.EqualTo(new XMedBench().Card.Splits.Single(split => split.Name == language).Count));
            Assert.That(samples.Count(sample => ((ChoiceTarget)sample.Target).Labels.Count > 1), Is.EqualTo(several));
            Assert.That(string.Join(", ", samples.GroupBy(sample => sample.Tags["source"]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}")), Is.EqualTo(sources));
        });
    }

    [TestCase("ar")]
    [TestCase("es")]
    [TestCase("fr")]
    [TestCase("hi")]
    [TestCase("zh")]
    public async Task Options_of_the_published_files_are_laid_out_again_as_they_were(string language)
    {
        var source = ExamData.Published("xmedbench", "MEDBENCH_XMEDBENCH");
        var file = source.Find(language, new XMedBench().Card.Splits.Single(split => split.Name == language).Files)!;
        var samples = await new XMedBench().LoadAsync(language, source).ToListAsync();
        var number = 0;
        await foreach (var row in DatasetReader.ReadAsync(file))
        {
            Assert.That(string.Join('\n', samples[number++].Input.Options.Select(option => $"({option.Label}) {option.Text}")), Is.EqualTo(row.GetString("options")));
        }

        Assert.That(number, Is.EqualTo(samples.Count));
    }

    [Test]
    public async Task The_mean_of_a_language_is_over_its_sources()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-macro-").FullName;
        try
        {
            var plan = new EvaluationPlan
            {
                Benchmarks = [new BenchmarkSelection(new XMedBench(), new MemorySource(("zh", ExamData.File("zh.json", Unequal))), "zh")],
                Models = [new MedBench.Testing.ScriptedModelClient(_ => "正确答案是(A).")],
                Strategies = [new XMedBenchPrompting(new XMedBenchPromptingOptions { Shots = 0 })],
            };
            var cell = (await new EvaluationRunner().EvaluateAsync(plan, new RunOptions { Folder = Path.Combine(folder, "run") })).Cells[0];

            // One of three right in the first source, one of one in the second, none of one in the source that the paper leaves out.
            Assert.That((cell.Score!.Value.Estimate, cell.MacroMean("source"), cell.MacroMean("source", XMedBench.NotInPaper), cell.MacroMean("other")), Is.EqualTo((0.4, 4 / 9.0, 2 / 3.0, default(double?))).Within(1e-12));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    protected override IBenchmark CreateBenchmark() => new XMedBench();

    private const string Unequal = """
        [
          {"question":"q1","options":"(A) x\n(B) y","answer":"(A)","source":"medqa-mcmle"},
          {"question":"q2","options":"(A) x\n(B) y","answer":"(B)","source":"medqa-mcmle"},
          {"question":"q3","options":"(A) x\n(B) y","answer":"(B)","source":"medqa-mcmle"},
          {"question":"q4","options":"(A) x\n(B) y","answer":"(A)","source":"cmmlu-medical"},
          {"question":"q5","options":"(A) x\n(B) y","answer":"(B)","source":"cmexam"}
        ]
        """;
}
