using MedBench.Benchmarks.Tests.EndToEnd;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>What the four sets have in common.</summary>
public abstract class AgentClinicSpecification : PublishedBenchmarkSpecification
{
    protected override IModelClient CreateOracle(IReadOnlyList<Sample> samples) => AgentClinicPlayers.Doctor(samples);

    protected override IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => AgentClinicPlayers.Others(samples);
}
