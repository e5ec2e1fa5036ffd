using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class MediQICraftMdTests : PublishedBenchmarkSpecification
{
    [Test]
    public async Task An_answer_that_is_not_the_options_text_is_a_defect_and_a_blank_is_none()
        => Assert.That((await ExamData.LoadAsync(CreateBenchmark(), CreateSource())).Select(sample => string.Join(',', sample.Defects)), Is.EqualTo(new[] { "", "", "answer-differs-from-option" }));

    [Test]
    public async Task The_published_cases_are_read()
    {
        var samples = await ExamData.LoadAsync(new MediQICraftMd(), ExamData.Published("mediq", "MEDBENCH_MEDIQ"));
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(140));
            Assert.That(ExamData.Balance(samples), Is.EqualTo("A 27 B 39 C 32 D 42"));
            Assert.That(samples.Where(sample => sample.Defects.Count > 0).Select(sample => sample.Input.Id), Is.EqualTo(new[] { "112", "129" }));
            Assert.That(samples.Select(sample => ((MediQPatient)sample.Input.Environment!).Case.Facts.Count), Is.All.InRange(9, 28));
        });
    }

    protected override IBenchmark CreateBenchmark() => new MediQICraftMd();

    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => MediQPlayers.Doctor(samples);

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => new Dictionary<string, IModelClient> { [ModelRole.Patient] = MediQPlayers.Patient() };
}
