using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class IgakuQaTests : BenchmarkSpecification
{
    [Test]
    public async Task A_record_becomes_a_question_with_its_marking()
    {
        var samples = (await ExamData.LoadAsync(new IgakuQa(), new IgakuQaFixture())).ToDictionary(sample => sample.Input.Id);
        var several = (ChoiceTarget)samples["116B1"].Target;
        var either = (ChoiceTarget)samples["116D1"].Target;
        Assert.Multiple(() =>
        {
            Assert.That(samples["116A1"].Input.Options[2], Is.EqualTo(new ChoiceOption("c", "薬を倍にする。")));
            Assert.That((several.Points, string.Join(',', several.Labels), string.Join(',', several.Prohibited)), Is.EqualTo((3.0, "a,b", "c,d,e")));
            Assert.That((string.Join(',', either.Labels), string.Join(',', either.Alternatives.Single()), string.Join(',', either.Prohibited)), Is.EqualTo(("a", "d", "b,e")));
            Assert.That(((ChoiceTarget)samples["116A71"].Target).IsGivenToAll);
            Assert.That(((TextTarget)samples["116B2"].Target).References, Is.EqualTo(["21"]));
            Assert.That(samples["116B1"].Tags, Is.EquivalentTo(new Dictionary<string, string> { ["year"] = "2022", ["block"] = "B", ["part"] = "required", ["text-only"] = "yes", ["category"] = "内科" }));
            Assert.That((samples["116A71"].Tags["text-only"], samples["116C1"].Tags.ContainsKey("category")), Is.EqualTo(("no", false)));
            Assert.That(samples.Values.Where(sample => sample.Defects.Count > 0).Select(sample => sample.Input.Id), Is.EqualTo(["116B1", "116D1"]));
        });
    }

    [TestCase("1999", "igakuqa: there is no split '1999'. Choose one of 2022, 2021, 2020, 2019, 2018.")]
    [TestCase("2021", "igakuqa: 115-A_metadata.jsonl was not found in memory. Put the authors' files there: an examination is marked as a whole.")]
    public async Task What_is_not_there_is_named(string split, string message)
        => Assert.That(await ExamData.ErrorAsync(async () => await new IgakuQa().LoadAsync(split, new IgakuQaFixture()).CountAsync()), Is.EqualTo(message));

    [Test]
    public async Task One_file_is_no_examination()
    {
        var source = new MemorySource(("2022", ExamData.File("a.jsonl", "{}")), ("metadata", ExamData.File("m.jsonl", "{}")));
        Assert.That(await ExamData.ErrorAsync(() => ExamData.LoadAsync(new IgakuQa(), source)), Is.EqualTo("igakuqa: m.jsonl: an examination lies in six files with their metadata. Name the folder that holds them."));
    }

    protected override IBenchmark CreateBenchmark() => new IgakuQa();

    protected override IDatasetSource CreateSource() => new IgakuQaFixture();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples) { Info = OracleModelClient.WithEveryPower, Format = (_, answer) => answer };
}
