using MedBench.Tests.Datasets;
using Parquet.Schema;
using static MedBench.Benchmarks.Tests.Exams.ExamData;

namespace MedBench.Benchmarks.Tests.Exams;

public class HuggingFaceParquetTests
{
    private static ListField Texts(string name) => new(name, new DataField<string>("element", nullable: true));

    private static DataField<string> Text(string name) => new(name, nullable: true);

    [Test]
    public async Task Medmcqa_counts_its_answers_from_zero()
    {
        var schema = new ParquetSchema(Text("id"), Text("question"), Text("opa"), Text("opb"), Text("opc"), Text("opd"), new DataField<long>("cop", nullable: true), Text("choice_type"), Text("exp"), Text("subject_name"), Text("topic_name"));
        var rows = new long[] { 0, 3 }.Select(cop => new Dictionary<string, object?>
        {
            ["id"] = $"id{cop}", ["question"] = "q", ["opa"] = "a", ["opb"] = "b", ["opc"] = "c", ["opd"] = "d", ["cop"] = cop,
            ["choice_type"] = "single", ["exp"] = "why", ["subject_name"] = "Surgery", ["topic_name"] = null,
        }).ToArray();
        var file = await ParquetFiles.CreateAsync("validation-00000-of-00001.parquet", schema, rows);
        var samples = await LoadAsync(new MedMcqa(), new MemorySource(("validation", file)));
        Assert.That(samples.Select(sample => (sample.Input.Id, Gold(sample), sample.Tags["subject"])), Is.EqualTo(new[] { ("id0", "A", "Surgery"), ("id3", "D", "Surgery") }));
    }

    [Test]
    public async Task Mmlu_has_a_list_of_choices_and_keeps_to_its_subject()
    {
        var schema = new ParquetSchema(Text("question"), Text("subject"), Texts("choices"), new DataField<long>("answer", nullable: true));
        var rows = new[] { "anatomy", "virology" }.Select(subject => new Dictionary<string, object?>
        {
            ["question"] = subject, ["subject"] = subject, ["choices"] = new object?[] { "w", "x", "y", "z" }, ["answer"] = 3L,
        }).ToArray();
        var file = await ParquetFiles.CreateAsync("test-00000-of-00001.parquet", schema, rows);
        var sample = (await LoadAsync(new MmluAnatomy(), new MemorySource(("test", file)))).Single();
        Assert.That((sample.Input.Stem, sample.Input.Subject, sample.Tags["subject"], Gold(sample), sample.Input.Options[3].Text), Is.EqualTo(("anatomy", "anatomy", "anatomy", "D", "z")));
    }

    [Test]
    public async Task Pubmedqa_nests_its_sections_in_a_record()
    {
        var schema = new ParquetSchema(new DataField<long>("pubid"), Text("question"), new StructField("context", Texts("contexts"), Texts("labels"), Texts("meshes")), Text("long_answer"), Text("final_decision"));
        var rows = new[] { 12377809L, 1L }.Select(pubid => new Dictionary<string, object?>
        {
            ["pubid"] = pubid, ["question"] = "q", ["long_answer"] = "because", ["final_decision"] = "maybe",
            ["context"] = new Dictionary<string, object?> { ["contexts"] = new object?[] { "s", "t" }, ["labels"] = new object?[] { "AIM" }, ["meshes"] = Array.Empty<object?>() },
        }).ToArray();
        var file = await ParquetFiles.CreateAsync("train-00000-of-00001.parquet", schema, rows);
        var source = new MemorySource(("test", file), ("ground-truth", File("test_ground_truth.json", "{\"12377809\":\"maybe\"}")));
        var sample = (await LoadAsync(new PubMedQa(), source)).Single();
        var exemplar = (await LoadPoolAsync(new PubMedQa(), source)).Single();
        Assert.That((sample.Input.Id, Gold(sample), exemplar.Input.Id, exemplar.Answer, exemplar.Rationale), Is.EqualTo(("12377809", "C", "1", "C", "because")));
        Assert.That(sample.Input.Context, Is.EqualTo(new ContextSection[] { new("AIM", "s"), new(null, "t") }));
    }

    [Test]
    public async Task Medqa_has_its_options_as_a_list_of_records()
    {
        var schema = new ParquetSchema(Text("meta_info"), Text("question"), Text("answer_idx"), Text("answer"), new ListField("options", new StructField("element", Text("key"), Text("value"))));
        var options = "WXYZ".Select((text, i) => (object?)new Dictionary<string, object?> { ["key"] = "ABCD"[i].ToString(), ["value"] = text.ToString() }).ToArray();
        var row = new Dictionary<string, object?> { ["meta_info"] = "step1", ["question"] = "q", ["answer_idx"] = "B", ["answer"] = "X", ["options"] = options };
        var sample = (await LoadAsync(new MedQa(), new MemorySource(("test", await ParquetFiles.CreateAsync("test-00000-of-00001.parquet", schema, [row]))))).Single();
        Assert.That((Gold(sample), sample.Input.Options[1].Text, sample.Tags["step"]), Is.EqualTo(("B", "X", "step1")));
    }
}
