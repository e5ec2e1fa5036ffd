using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class AgentClinicMedQaExtendedTests : AgentClinicSpecification
{
    [Test]
    public async Task The_published_cases_begin_with_those_of_the_first_set()
    {
        var source = ExamData.Published("agentclinic");
        var (extended, first) = (await ExamData.LoadAsync(new AgentClinicMedQaExtended(), source), await ExamData.LoadAsync(new AgentClinicMedQa(), source));
        Assert.That(extended, Has.Count.EqualTo(214));
        Assert.That(extended.Take(107).Select(sample => sample.Input.Environment!.Fingerprint), Is.EqualTo(first.Select(sample => sample.Input.Environment!.Fingerprint)));
    }

    protected override IBenchmark CreateBenchmark() => new AgentClinicMedQaExtended();
}
