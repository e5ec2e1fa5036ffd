namespace MedBench.Benchmarks;

/// <summary>AgentClinic-MedQA, the extended set (Schmidgall et al. 2024): 214 cases, of which the first 107 are <see cref="AgentClinicMedQa"/>.</summary>
/// <remarks>The repository's page says 215; the file has 214.</remarks>
public sealed class AgentClinicMedQaExtended : AgentClinicBenchmark
{
    /// <summary>Initializes the benchmark with the published defaults.</summary>
    public AgentClinicMedQaExtended()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Turns, biases and the defects to reproduce; null for the defaults.</param>
    public AgentClinicMedQaExtended(AgentClinicOptions? options)
        : base(options, hasImages: false)
        => Card = CreateCard("agentclinic-medqa-extended", "AgentClinic-MedQA, extended", 214, "agentclinic_medqa_extended.jsonl", "54a024eb2705c6c55d1988766adf4ab02ea7bbe2a28f843107b740032200f232");

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }
}
