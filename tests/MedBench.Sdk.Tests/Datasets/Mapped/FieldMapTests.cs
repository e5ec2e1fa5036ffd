using System.Text;
using MedBench.Testing;

namespace MedBench.Tests.Datasets.Mapped;

public sealed class FieldMapTests : BenchmarkSpecification
{
    private const string Wards = """
        Nr,Frage,A,B,C,Lösung,Station,Text
        7,Which organ makes bile?,Spleen,Liver,,B,surgery,An old ward.
        8,"Which vessel, of two, leaves the left ventricle?",Aorta,Vena cava,Portal vein,a,,
        """;

    private static readonly string[] WardParts = ["question=Frage", "options=A,B,C", "answer=Lösung", "id=Nr", "tag=Station", "context=Text"];

    [Test]
    public async Task A_table_becomes_questions_without_code()
    {
        var samples = await LoadAsync(WardParts, "ward.csv", Wards);
        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(sample => sample.Input.Id), Is.EqualTo(["7", "8"]));
            Assert.That(samples[0].Input.Options, Is.EqualTo([new ChoiceOption("A", "Spleen"), new ChoiceOption("B", "Liver")]));
            Assert.That(samples.Select(sample => ((ChoiceTarget)sample.Target).Labels[0]), Is.EqualTo(["B", "A"]));
            Assert.That(samples[0].Tags, Is.EquivalentTo(new Dictionary<string, string> { ["Station"] = "surgery" }));
            Assert.That(samples[1].Tags, Is.Empty);
            Assert.That(samples[0].Input.Context, Is.EqualTo([new ContextSection("Text", "An old ward.")]));
            Assert.That(samples[1].Input.Context, Is.Empty);
        });
    }

    [TestCase("1", "answer-base=0", "B")]
    [TestCase("1", "answer-base=1", "A")]
    [TestCase("Vena cava", null, "B")]
    [TestCase("B", "answer-base=0", "B", "the answer 'B' is neither")]
    public async Task An_answer_is_a_label_a_text_or_a_counted_position(string answer, string? counting, string label, string? problem = null)
    {
        string[] parts = ["question=q", "options=o", "answer=a", .. counting is null ? [] : new[] { counting }];
        var line = $$"""{"q":"Which leaves the left ventricle?","o":["Aorta","Vena cava"],"a":"{{answer}}"}""";
        if (problem is not null)
        {
            Assert.That((await ErrorAsync(parts, "f.jsonl", line)).Message, Does.Contain(problem));
            return;
        }

        Assert.That(((ChoiceTarget)(await LoadAsync(parts, "f.jsonl", line))[0].Target).Labels, Is.EqualTo([label]));
    }

    [Test]
    public async Task Records_without_ids_are_numbered_and_families_are_kept()
    {
        var samples = await LoadAsync(["question=q", "options=o", "answer=a", "cluster=case"], "f.jsonl", """
            {"q":"One?","o":{"x":"yes","y":"no"},"a":"y","case":3}
            {"q":"Two?","o":{"x":"yes","y":"no"},"a":"x","case":3}
            """);
        Assert.That(samples.Select(sample => (sample.Input.Id, sample.ClusterId)), Is.EqualTo(new[] { ("test-00001", "3"), ("test-00002", "3") }));
    }

    [Test]
    public async Task Open_questions_have_texts_as_answers_and_are_asked_as_they_stand()
    {
        var benchmark = FieldMap.Parse(["question=q", "reference=gold,other", "context=note"]).CreateBenchmark("open");
        var samples = await benchmark.LoadAsync("test", Source("open.jsonl", """{"q":"What is given for scurvy?","gold":["Vitamin C","Ascorbic acid"],"other":"Limes","note":"A sailor."}""")).ToListAsync();
        var subject = new ScriptedModelClient(" ascorbic acid\n");
        var prediction = await benchmark.DefaultStrategy.PredictAsync(samples[0].Input, new TestModelAccess(subject));
        var score = await benchmark.Scorers[0].ScoreAsync(samples[0], prediction, new TestModelAccess());
        Assert.Multiple(() =>
        {
            Assert.That(((TextTarget)samples[0].Target).References, Is.EqualTo(["Vitamin C", "Ascorbic acid", "Limes"]));
            Assert.That(subject.Requests[0].Messages.Single().Text, Is.EqualTo("note:\nA sailor.\n\nWhat is given for scurvy?"));
            Assert.That(score.Outcome, Is.EqualTo(Outcome.Correct));
            Assert.That(benchmark.Card.Kind, Is.EqualTo(BenchmarkKind.OpenAnswer));
        });
    }

    [TestCase("color=x", "'color' is no part of a question. Map one of question, options,")]
    [TestCase("options=A,B answer=C", "Nothing says which field is the question. Add question=COLUMN.")]
    [TestCase("question=q", "Nothing says what the answers are.")]
    [TestCase("question=q options=A,B", "Nothing says which option is right.")]
    [TestCase("question=q reference=r answer=a", "An answer belongs to options.")]
    [TestCase("question=q options=A,B reference=r", "A question is answered by an option or by a text, not by both.")]
    [TestCase("question=q,p options=A,B answer=a", "'question' is one field, and 2 are named: q, p. Only options, reference, context, tag may be several.")]
    [TestCase("question= options=A,B answer=a", "'question=' names no field. Write question=COLUMN.")]
    [TestCase("question=q options=A,B answer=a answer-base=2", "Answers are counted from 0 or from 1, not from '2'.")]
    public void A_map_that_says_too_little_or_too_much_is_refused(string parts, string message)
        => Assert.That(() => FieldMap.Parse(parts.Split(' ')), Throws.ArgumentException.With.Message.StartWith(message));

    [TestCase("question=Stem options=A,B answer=a", "ward: f.csv, line 2, field 'Stem': the map names a field that the record does not have. Map one of q, A, B, a.")]
    [TestCase("question=a options=A,B answer=q", "ward: f.csv, line 2, field 'A': the question has fewer than two options. Supply them, or remove the record.")]
    public async Task What_does_not_fit_the_file_is_named(string parts, string message)
        => Assert.That((await ErrorAsync(parts.Split(' '), "f.csv", "q,A,B,a\nWhat?,,,1\n")).Message, Does.StartWith(message));

    [Test]
    public async Task A_position_without_a_base_asks_for_one()
        => Assert.That((await ErrorAsync(["question=q", "options=A,B", "answer=a"], "f.csv", "q,A,B,a\nWhat?,yes,no,1\n")).Message, Does.EndWith("Say whether positions are counted from 0 or 1: answer-base=0 or answer-base=1."));

    [Test]
    public async Task Worked_examples_are_mapped_alike()
    {
        var benchmark = FieldMap.Parse(["question=q", "options=A,B", "answer=a", "explanation=why"]).CreateBenchmark("ward");
        var source = DatasetSource.Files([]);
        Assert.That(await benchmark.LoadExemplarsAsync(Source("train.csv", "q,A,B,a,why\nWhat?,yes,no,no,It is.\n", "pool")).FirstAsync(), Has.Property("Answer").EqualTo("B").And.Property("Rationale").EqualTo("It is."));
        Assert.That(async () => await benchmark.LoadExemplarsAsync(source).CountAsync(), Throws.InstanceOf<DatasetException>().With.Message.Contains("pool=FILE"));
    }

    [Test]
    public async Task The_evaluated_file_is_no_pool()
    {
        var benchmark = FieldMap.Parse(WardParts).CreateBenchmark("ward");
        DatasetException? refused = null;
        try
        {
            await benchmark.LoadExemplarsAsync(Source("ward.csv", Wards)).CountAsync();
        }
        catch (DatasetException exception)
        {
            refused = exception;
        }

        Assert.That(refused?.Message, Does.StartWith("ward: ward.csv: the pool is the file of the evaluated split 'test'"));
    }

    protected override IBenchmark CreateBenchmark() => FieldMap.Parse(WardParts).CreateBenchmark("ward");

    protected override IDatasetSource CreateSource() => new OneFile(new DatasetFile("ward.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(Wards), writable: false)), "test");

    private static OneFile Source(string name, string text, string? split = null) => new(new DatasetFile(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false)), split);

    private static Task<List<Sample>> LoadAsync(IEnumerable<string> parts, string name, string text)
        => FieldMap.Parse(parts).CreateBenchmark("ward").LoadAsync("test", Source(name, text)).ToListAsync().AsTask();

    private static async Task<DatasetException> ErrorAsync(IEnumerable<string> parts, string name, string text)
    {
        try
        {
            await LoadAsync(parts, name, text);
        }
        catch (DatasetException exception)
        {
            return exception.For("ward");
        }

        throw new AssertionException("No error came.");
    }

    private sealed class OneFile(DatasetFile file, string? split) : IDatasetSource
    {
        public string Location => "memory";

        public DatasetFile? Find(string wanted, IReadOnlyList<string> patterns) => split is null || split == wanted ? file : null;
    }
}
