using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class IgakuQaTests : PublishedBenchmarkSpecification
{
    [Test]
    public async Task A_record_becomes_a_question_with_its_marking()
    {
        var samples = (await ExamData.LoadAsync(new IgakuQa(), CreateSource())).ToDictionary(sample => sample.Input.Id);
        var several = (ChoiceTarget)samples["116B1"].Target;
        var either = (ChoiceTarget)samples["116D1"].Target;
        Assert.Multiple(() =>
        {
            Assert.That(samples["116A1"].Input.Options[2], Is.EqualTo(new ChoiceOption("c", "抗菌薬の全患者への予防投与")));
            Assert.That((several.Points, string.Join(',', several.Labels), string.Join(',', several.Prohibited)), Is.EqualTo((3.0, "a,b", "c,d,e")));
            Assert.That((string.Join(',', either.Labels), string.Join(',', either.Alternatives.Single()), string.Join(',', either.Prohibited)), Is.EqualTo(("a", "d", "b,e")));
            Assert.That(((ChoiceTarget)samples["116A71"].Target).IsGivenToAll);
            Assert.That(((TextTarget)samples["116B2"].Target).References, Is.EqualTo(["2.1", "21"]));
            Assert.That(samples["116B1"].Tags, Is.EquivalentTo(new Dictionary<string, string> { ["year"] = "2022", ["block"] = "B", ["part"] = "required", ["text-only"] = "yes", ["category"] = "救急" }));
            Assert.That((samples["116A71"].Tags["text-only"], samples["116C1"].Tags.ContainsKey("category")), Is.EqualTo(("no", false)));
            Assert.That(samples.Values.Where(sample => sample.Defects.Count > 0).Select(sample => sample.Input.Id), Is.EqualTo(["116B1", "116B2", "116D1"]));
        });
    }

    [TestCase("1999", "igakuqa: there is no split '1999'. Choose one of 2022, 2021, 2020, 2019, 2018.")]
    [TestCase("2021", "igakuqa: 115-A_metadata.jsonl was not found in FOLDER. Put the authors' files there: an examination is marked as a whole.")]
    public async Task What_is_not_there_is_named(string split, string message)
        => Assert.That((await ExamData.ErrorAsync(async () => await new IgakuQa().LoadAsync(split, CreateSource()).CountAsync())).Replace(CreateSource().Location, "FOLDER", StringComparison.Ordinal), Is.EqualTo(message));

    [Test]
    public async Task Examples_that_are_not_there_are_named_with_what_may_be_done()
        => Assert.That(
            await ExamData.ErrorAsync(() => ExamData.LoadPoolAsync(new IgakuQa(), new MemorySource())),
            Does.StartWith("igakuqa: the solved examples, prompt.jsonl, were not found in ").And.EndsWith("Put the authors' scripts/prompts/prompt.jsonl there, name it with pool=FILE, or ask without examples, which is another setting than the paper's (--strategy igakuqa-zero-shot)."));

    [Test]
    public async Task A_number_is_right_by_value_or_by_its_boxes_and_published_by_the_file_alone()
    {
        var scorer = new PointsScorer();
        foreach (var (reading, right) in new[] { (IgakuQaReading.Tolerant, "2.1 21"), (IgakuQaReading.Published, "21") })
        {
            var sample = (await ExamData.LoadAsync(new IgakuQa(reading), CreateSource())).Single(sample => sample.Input.Id == "116B2");
            Assert.That(new[] { "2.1", "21", "210", "1.2", "2" }.Where(answer => scorer.Mark(sample, new TextPrediction(answer)).Outcome == Outcome.Correct), Is.EqualTo(right.Split(' ')));
        }
    }


    [Test]
    public async Task One_file_is_no_examination()
    {
        var source = new MemorySource(("2022", ExamData.File("a.jsonl", "{}")), ("metadata", ExamData.File("m.jsonl", "{}")));
        Assert.That(await ExamData.ErrorAsync(() => ExamData.LoadAsync(new IgakuQa(), source)), Is.EqualTo("igakuqa: m.jsonl: an examination lies in six files with their metadata. Name the folder that holds them."));
    }

    protected override IBenchmark CreateBenchmark() => new IgakuQa();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples) { Info = OracleModelClient.WithEveryPower, Format = (_, answer) => answer };
}
