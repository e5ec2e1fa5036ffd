namespace MedBench.Benchmarks;

/// <summary>How AgentClinic's doctor comes by the image of a case.</summary>
public enum AgentClinicImages
{
    /// <summary>On asking for it with <c>REQUEST IMAGES</c>; from then on it stays in view.</summary>
    OnRequest,

    /// <summary>From the first turn on: the default of the published script.</summary>
    FromTheStart,

    /// <summary>Not at all: for models that take no images.</summary>
    None,
}
