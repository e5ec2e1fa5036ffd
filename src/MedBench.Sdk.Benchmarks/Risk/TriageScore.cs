namespace MedBench.Benchmarks;

/// <summary>A score that ranks patients by their record at triage.</summary>
public enum TriageScore
{
    /// <summary>The Emergency Severity Index as the nurse recorded it, turned round so that more is more urgent.</summary>
    Esi,

    /// <summary>The National Early Warning Score.</summary>
    News,

    /// <summary>The National Early Warning Score 2.</summary>
    News2,

    /// <summary>The Modified Early Warning Score.</summary>
    Mews,

    /// <summary>The Rapid Emergency Medicine Score.</summary>
    Rems,

    /// <summary>The Cardiac Arrest Risk Triage score.</summary>
    Cart,
}
