using static MedBench.Benchmarks.Tests.Exams.ExamData;

namespace MedBench.Benchmarks.Tests.Exams;

public class MedMcqaTests
{
    [TestCase("4 1 2", "D A B")]
    [TestCase("3 0 1", "D A B")]
    public async Task The_base_of_the_answers_is_told_by_the_whole_file(string cops, string golds)
        => Assert.That(string.Join(" ", (await LoadAsync(new MedMcqa(), Source(cops))).Select(Gold)), Is.EqualTo(golds));

    [TestCase(0, "B C D")]
    [TestCase(1, "A B C")]
    public async Task The_base_is_the_given_one_when_the_file_leaves_it_open(int copBase, string golds)
        => Assert.That(string.Join(" ", (await LoadAsync(new MedMcqa { CopBase = copBase }, Source("1 2 3"))).Select(Gold)), Is.EqualTo(golds));

    [TestCase("1 2 3", "the answers hold neither 0 nor 4, so that they may count from 0 or from 1")]
    [TestCase("0 4", "the answers hold both 0 and 4, so that they count neither from 0 nor from 1")]
    public async Task The_message_asks_for_the_base_when_the_file_leaves_it_open(string cops, string problem)
        => Assert.That(
            await ErrorAsync(() => LoadAsync(new MedMcqa(), Source(cops))),
            Is.EqualTo($"medmcqa: validation.jsonl, field 'cop': {problem}. Say which with --cop-base, MedMcqa.CopBase in code (0 as on Hugging Face, 1 as in the original files)."));

    [Test]
    public async Task The_message_says_that_labels_are_private_when_the_test_split_is_evaluated()
        => Assert.That(
            await ErrorAsync(() => LoadAsync(new MedMcqa(), Source("-1 -1"))),
            Is.EqualTo("medmcqa: validation.jsonl, line 1, field 'cop': the label is hidden (-1): the labels of MedMCQA's test split are private. Evaluate the validation split."));

    [Test]
    public async Task The_message_names_the_answer_when_it_is_beyond_the_options()
        => Assert.That(
            await ErrorAsync(() => LoadAsync(new MedMcqa(), Source("1 9"))),
            Is.EqualTo("medmcqa: validation.jsonl, line 2, field 'cop': the answer 9 is none of four options. Correct the value."));

    [Test]
    public async Task The_message_names_the_id_when_it_occurs_twice()
        => Assert.That(
            await ErrorAsync(() => LoadAsync(new MedMcqa(), new MemorySource(("validation", File("v.jsonl", Line(4, "same") + Line(1, "same")))))),
            Is.EqualTo("medmcqa: v.jsonl, line 2: the id 'same' is that of line 1 too. Remove one of the records, or give each its own id."));

    [Test]
    public void A_base_other_than_0_and_1_is_refused()
        => Assert.That(() => new MedMcqa { CopBase = 2 }, Throws.TypeOf<ArgumentOutOfRangeException>());

    private static MemorySource Source(string cops)
        => new(("validation", File("validation.jsonl", string.Concat(cops.Split(' ').Select((cop, i) => Line(int.Parse(cop, System.Globalization.CultureInfo.InvariantCulture), $"id{i}"))))));

    private static string Line(int cop, string id) => $"{{\"question\":\"q\",\"exp\":null,\"cop\":{cop},\"opa\":\"a\",\"opb\":\"b\",\"opc\":\"c\",\"opd\":\"d\",\"subject_name\":\"Physiology\",\"topic_name\":null,\"id\":\"{id}\",\"choice_type\":\"multi\"}}\n";
}
