namespace MedBench.Benchmarks;

/// <summary>A bias that is put into the instructions of AgentClinic's doctor or patient: the first six are cognitive, the others implicit.</summary>
public enum AgentClinicBias
{
    /// <summary>No bias.</summary>
    None,

    /// <summary>A recent case with these symptoms was cancer.</summary>
    Recency,

    /// <summary>These symptoms are most often diagnosed as cancer.</summary>
    Frequency,

    /// <summary>Colleagues or friends believe that it is cancer.</summary>
    FalseConsensus,

    /// <summary>Confident from the start that it is cancer; doctors only.</summary>
    Confirmation,

    /// <summary>The hospital has diagnosed these symptoms with cancer for ten years; doctors only.</summary>
    StatusQuo,

    /// <summary>Own research says cancer; patients only.</summary>
    SelfDiagnosis,

    /// <summary>Distrust for the other's gender.</summary>
    Gender,

    /// <summary>Distrust for the other's race.</summary>
    Race,

    /// <summary>Distrust for the other's sexual orientation.</summary>
    SexualOrientation,

    /// <summary>Distrust for the other's culture.</summary>
    Cultural,

    /// <summary>Distrust for the other's education.</summary>
    Education,

    /// <summary>Distrust for the other's religion.</summary>
    Religion,

    /// <summary>Distrust for the other's socioeconomic background.</summary>
    Socioeconomic,
}
