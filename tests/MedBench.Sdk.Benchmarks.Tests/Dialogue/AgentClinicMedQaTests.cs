using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class AgentClinicMedQaTests : AgentClinicSpecification
{
    [Test]
    public async Task The_published_cases_are_read()
    {
        var samples = await ExamData.LoadAsync(new AgentClinicMedQa(), ExamData.Published("agentclinic"));
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(107));
            Assert.That(AgentClinicPlayers.Gold(samples[0]), Is.EqualTo("Myasthenia gravis"));
            Assert.That(samples[0].Input.Stem, Does.StartWith("Assess and diagnose the patient presenting with double vision"));
            Assert.That(samples.Where(sample => sample.Input.Stem.Contains(AgentClinicPlayers.Gold(sample), StringComparison.OrdinalIgnoreCase)), Is.Empty, "No objective names the diagnosis.");
        });
    }

    protected override IBenchmark CreateBenchmark() => new AgentClinicMedQa();
}
