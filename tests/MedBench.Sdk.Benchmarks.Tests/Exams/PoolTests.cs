using static MedBench.Benchmarks.Tests.Exams.ExamData;

namespace MedBench.Benchmarks.Tests.Exams;

public class PoolTests
{
    private const string MedQaLine = "{\"question\":\"q\",\"options\":{\"A\":\"w\",\"B\":\"x\",\"C\":\"y\",\"D\":\"z\"},\"answer_idx\":\"C\",\"explanation\":\"why\"}\n";
    private const string MedMcqaLine = "{\"question\":\"q\",\"cop\":4,\"opa\":\"w\",\"opb\":\"x\",\"opc\":\"y\",\"opd\":\"z\",\"exp\":\"why\"}\n";

    [TestCase("pool.jsonl", MedQaLine, "C", "why")]
    [TestCase("pool.jsonl", MedMcqaLine, "D", "why")]
    [TestCase("pool.csv", "q,w,x,y,z,B\n", "B", null)]
    [TestCase("pool.json", "{\"1\":{\"QUESTION\":\"q\",\"CONTEXTS\":[\"c\"],\"final_decision\":\"no\",\"LONG_ANSWER\":\"why\"}}", "B", "why")]
    [TestCase("pool.jsonl", "{\"sent1\":\"q\",\"ending0\":\"w\",\"ending1\":\"x\",\"label\":0}", "A", null)]
    public async Task A_pool_may_come_from_any_set(string name, string text, string answer, string? rationale)
    {
        var exemplar = (await LoadPoolAsync(new MedMcqa(), new MemorySource(("pool", File(name, text)), ("validation", File("v.jsonl", MedMcqaLine + MedMcqaLine))))).Single();
        Assert.That((exemplar.Input.Stem, exemplar.Answer, exemplar.Rationale), Is.EqualTo(("q", answer, rationale)));
    }

    [Test]
    public async Task The_evaluated_file_is_refused_as_a_pool_under_any_name()
        => Assert.That(
            await ErrorAsync(() => LoadPoolAsync(new MedQa(), new MemorySource(("pool", File("copy.jsonl", MedQaLine)), ("test", File("test.jsonl", MedQaLine))))),
            Is.EqualTo("medqa: copy.jsonl: the pool is the file of the evaluated split 'test', so that the examples would give the answers away. Name a file with pool=FILE."));

    [Test]
    public async Task A_named_pool_serves_all_subjects_of_mmlu_and_is_read_once()
        => Assert.That(await LoadPoolAsync(new MmluMedical(), new MemorySource(("pool", File("pool.jsonl", MedQaLine + MedQaLine)))), Has.Count.EqualTo(2));

    [Test]
    public async Task A_pool_found_by_name_must_have_as_many_options_as_the_set()
        => Assert.That(
            await ErrorAsync(() => LoadPoolAsync(new MedQa5(), new MemorySource(("pool", File("train.jsonl", MedQaLine))) { IsExplicit = false })),
            Is.EqualTo("medqa-5: train.jsonl, line 1: the question has 4 options, where medqa-5 has 5. Name the file of the right variant."));

    [Test]
    public async Task The_message_names_the_files_when_the_evaluated_split_is_missing()
        => Assert.That(
            await ErrorAsync(() => LoadAsync(new MedMcqa(), new MemorySource())),
            Is.EqualTo("medmcqa: no file of the split 'validation' was found in memory. Put medmcqa_validation.jsonl or validation.jsonl or validation.json there, or name a file with validation=FILE."));

    [Test]
    public async Task The_message_names_the_splits_when_there_is_none_of_the_name()
        => Assert.That(
            await ErrorAsync(async () => await new MedQa().LoadAsync("train", new MemorySource()).GetAsyncEnumerator().MoveNextAsync()),
            Is.EqualTo("medqa: there is no split 'train'. Choose one of test."));
}
