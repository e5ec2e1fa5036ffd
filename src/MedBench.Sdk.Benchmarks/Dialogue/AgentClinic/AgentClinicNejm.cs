namespace MedBench.Benchmarks;

/// <summary>AgentClinic-NEJM (Schmidgall et al. 2024): 15 image challenges of the New England Journal of Medicine as dialogues.</summary>
/// <remarks>The image is given when the doctor asks for it; a model that takes no images ends <see cref="Outcome.Unsupported"/>.</remarks>
public sealed class AgentClinicNejm : AgentClinicBenchmark
{
    /// <summary>Initializes the benchmark with the published defaults.</summary>
    public AgentClinicNejm()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Turns, biases, the way to images and the defects to reproduce; null for the defaults.</param>
    public AgentClinicNejm(AgentClinicOptions? options)
        : base(options, hasImages: true)
        => Card = CreateCard("agentclinic-nejm", "AgentClinic-NEJM", 15, "agentclinic_nejm.jsonl", "22ac74ed6e0efd9d280e4e4c53918d7446ea4a4d56816bbb364ae87812b8ea71");

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }
}
