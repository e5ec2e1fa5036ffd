namespace MedBench.Benchmarks;

/// <summary>How awake a patient is, on the AVPU scale with new confusion.</summary>
public enum Alertness
{
    /// <summary>Alert.</summary>
    Alert,

    /// <summary>Newly confused; counts in NEWS2.</summary>
    Confused,

    /// <summary>Responds to a voice.</summary>
    Voice,

    /// <summary>Responds to pain.</summary>
    Pain,

    /// <summary>Does not respond.</summary>
    Unresponsive,
}
