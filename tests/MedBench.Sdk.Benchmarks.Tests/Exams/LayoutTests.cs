using static MedBench.Benchmarks.Tests.Exams.ExamData;

namespace MedBench.Benchmarks.Tests.Exams;

/// <summary>One question in every layout in which MedQA and MMLU are published.</summary>
public class LayoutTests
{
    private const string Options = "\"options\":{\"A\":\"w\",\"B\":\"x\",\"C\":\"y\",\"D\":\"z\"}";

    private static readonly TestCaseData[] Layouts =
    [
        new("medqa", "test.jsonl", "{\"question\":\"q\",\"answer\":\"y\"," + Options + ",\"meta_info\":\"step1\",\"answer_idx\":\"C\",\"metamap_phrases\":[\"p\"]}"),
        new("medqa", "test.jsonl", "{\"id\":\"test-00001\",\"sent1\":\"q\",\"sent2\":\"\",\"ending0\":\"w\",\"ending1\":\"x\",\"ending2\":\"y\",\"ending3\":\"z\",\"label\":2}"),
        new("medqa", "test.jsonl", "{\"question\":\"q\",\"meta_info\":\"step1\",\"answer_idx\":\"C\",\"answer\":\"y\",\"options\":[{\"key\":\"A\",\"value\":\"w\"},{\"key\":\"B\",\"value\":\"x\"},{\"key\":\"C\",\"value\":\"y\"},{\"key\":\"D\",\"value\":\"z\"}]}"),
        new("medqa", "test.jsonl", "{\"id\":\"test-00001\",\"question_id\":\"0\",\"document_id\":\"0\",\"question\":\"q\",\"type\":\"multiple_choice\",\"choices\":[\"w\",\"x\",\"y\",\"z\"],\"context\":\"\",\"answer\":[\"y\"]}"),
        new("jsonl-mcq", "test.jsonl", "{\"question\":\"q\",\"options\":[\"w\",\"x\",\"y\",\"z\"],\"answer_idx\":2}"),
        new("jsonl-mcq", "test.json", "[{\"question\":\"q\"," + Options + ",\"answer_idx\":\"C\"}]"),
        new("mmlu-anatomy", "anatomy_test.csv", "q,w,x,y,z,C\n"),
        new("mmlu-anatomy", "anatomy_test.csv", "question,A,B,C,D,answer\r\nq,w,x,y,z,C\r\n"),
        new("mmlu-anatomy", "test.jsonl", "{\"question\":\"q\",\"subject\":\"anatomy\",\"choices\":[\"w\",\"x\",\"y\",\"z\"],\"answer\":2}\n{\"question\":\"other\",\"subject\":\"virology\",\"choices\":[\"w\",\"x\",\"y\",\"z\"],\"answer\":2}"),
    ];

    [TestCaseSource(nameof(Layouts))]
    public async Task A_question_is_the_same_sample_whatever_its_layout(string id, string name, string text)
    {
        var sample = (await LoadAsync(Create(id), new MemorySource(("test", File(name, text))))).Single();
        Assert.That((sample.Input.Stem, Gold(sample)), Is.EqualTo(("q", "C")));
        Assert.That(sample.Input.Id, Is.EqualTo(id == "mmlu-anatomy" ? "anatomy-test-00001" : "test-00001"));
        Assert.That(sample.Input.Options, Is.EqualTo(new ChoiceOption[] { new("A", "w"), new("B", "x"), new("C", "y"), new("D", "z") }));
    }

    [TestCase("medqa", "{\"question\":\"q\",\"options\":{\"A\":\"w\",\"B\":\"x\",\"C\":\"y\",\"D\":\"z\"},\"answer_idx\":\"E\"}", "the answer 'E' is not among the options A, B, C, D. Correct the answer.")]
    [TestCase("medqa", "{\"question\":\" \",\"options\":{\"A\":\"w\",\"B\":\"x\",\"C\":\"y\",\"D\":\"z\"},\"answer_idx\":\"A\"}", "the question is empty. Supply it, or remove the record.")]
    [TestCase("medqa", "{\"question\":\"q\",\"options\":[\"w\",\"x\",\"y\",\"z\",\"v\"],\"answer_idx\":4}", "the question has 5 options, where medqa has 4. Name the file of the right variant.")]
    [TestCase("jsonl-mcq", "{\"question\":\"q\",\"options\":[\"w\"],\"answer_idx\":0}", "the question has fewer than two options. Supply them, or remove the record.")]
    [TestCase("jsonl-mcq", "{\"question\":\"q\",\"options\":[\"w\",\"x\"],\"answer_idx\":2}", "the answer '2' is not among the options A, B. Correct the answer.")]
    [TestCase("jsonl-mcq", "{\"question\":\"q\",\"options\":[{\"key\":\"A\",\"value\":\"w\"},{\"key\":\"A\",\"value\":\"x\"}],\"answer_idx\":\"A\"}", "two options have the label 'A'. Correct the options.")]
    [TestCase("medqa", "{\"text\":\"q\",\"label\":1}", "the fields text, label are no known layout. Supply question, options (an object or a list) and answer_idx (a letter, or a position from 0); or sent1, ending0 ... and label (a position from 0); or question, choices (a list) and answer (a position from 0, or the right text).")]
    public async Task The_message_names_the_line_when_a_question_cannot_be_scored(string id, string line, string message)
        => Assert.That(await ErrorAsync(() => LoadAsync(Create(id), new MemorySource(("test", File("t.jsonl", line))))), Is.EqualTo($"{id}: t.jsonl, line 1: {message}"));

    [Test]
    public async Task The_group_asks_for_a_subject_when_one_named_file_has_none()
        => Assert.That(
            await ErrorAsync(() => LoadAsync(new MmluMedical(), new MemorySource(("test", File("t.csv", "q,w,x,y,z,C\n"))))),
            Is.EqualTo("mmlu-anatomy: t.csv, line 1, field 'subject': the field is missing, so that the question's subject is unknown. Name a folder with one file a subject, or run the benchmark of the subject."));

    private static IBenchmark Create(string id) => id switch { "medqa" => new MedQa(), "jsonl-mcq" => new JsonlMcq(), _ => new MmluAnatomy() };
}
