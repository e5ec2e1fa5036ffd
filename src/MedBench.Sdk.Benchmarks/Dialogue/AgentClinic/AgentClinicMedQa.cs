namespace MedBench.Benchmarks;

/// <summary>AgentClinic-MedQA (Schmidgall et al. 2024): 107 cases made of MedQA questions, in which the model is a doctor who questions a patient and requests tests.</summary>
/// <remarks>Run with models in the roles patient, examiner and judge.</remarks>
public sealed class AgentClinicMedQa : AgentClinicBenchmark
{
    /// <summary>Initializes the benchmark with the published defaults.</summary>
    public AgentClinicMedQa()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark.</summary>
    /// <param name="options">Turns, biases and the defects to reproduce; null for the defaults.</param>
    public AgentClinicMedQa(AgentClinicOptions? options)
        : base(options, hasImages: false)
        => Card = CreateCard("agentclinic-medqa", "AgentClinic-MedQA", 107, "agentclinic_medqa.jsonl", "d91038a2984f21bb1d43edd88c7958d090ef42ba80f5be487b22b903bf3a35ea");

    /// <inheritdoc />
    public override BenchmarkCard Card { get; }
}
