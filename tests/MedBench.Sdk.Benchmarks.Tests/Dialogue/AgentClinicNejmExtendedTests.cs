using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class AgentClinicNejmExtendedTests : AgentClinicSpecification
{
    [Test]
    public async Task The_published_cases_are_read()
    {
        var samples = await ExamData.LoadAsync(new AgentClinicNejmExtended(), ExamData.Published("agentclinic"));
        Assert.That((samples.Count, samples.Count(sample => sample.Tags["image"].Contains("CT scan", StringComparison.Ordinal))), Is.EqualTo((120, 19)));
    }

    protected override IBenchmark CreateBenchmark() => new AgentClinicNejmExtended();
}
