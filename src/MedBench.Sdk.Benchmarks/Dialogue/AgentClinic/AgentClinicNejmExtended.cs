namespace MedBench.Benchmarks;

/// <summary>AgentClinic-NEJM, the extended set (Schmidgall et al. 2024): 120 image challenges, among them the 15 of <see cref="AgentClinicNejm"/>.</summary>
/// <remarks>The tag <c>image</c> says what the image shows.</remarks>
public sealed class AgentClinicNejmExtended : AgentClinicBenchmark
{
    /// <summary>Initializes the benchmark with the published defaults.</summary>
    public AgentClinicNejmExtended()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Turns, biases, the way to images and the defects to reproduce; null for the defaults.</param>
    public AgentClinicNejmExtended(AgentClinicOptions? options)
        : base(options, hasImages: true)
        => Card = CreateCard("agentclinic-nejm-extended", "AgentClinic-NEJM, extended", 120, "agentclinic_nejm_extended.jsonl", "d945305ee17ee1456053fbfe2e9d9c5e8b27d14538bf48ab8ace7306dc437b85");

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }
}
