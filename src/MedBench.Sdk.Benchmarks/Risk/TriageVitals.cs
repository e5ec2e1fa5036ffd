namespace MedBench.Benchmarks;

/// <summary>What is measured of a patient on arrival; null where it was not.</summary>
public sealed record TriageVitals
{
    /// <summary>Gets the age in years.</summary>
    public double? Age { get; init; }

    /// <summary>Gets the temperature in degrees Celsius.</summary>
    public double? Temperature { get; init; }

    /// <summary>Gets the heart rate a minute.</summary>
    public double? HeartRate { get; init; }

    /// <summary>Gets the breaths a minute.</summary>
    public double? RespiratoryRate { get; init; }

    /// <summary>Gets the oxygen saturation in per cent.</summary>
    public double? OxygenSaturation { get; init; }

    /// <summary>Gets the systolic blood pressure in mmHg.</summary>
    public double? SystolicPressure { get; init; }

    /// <summary>Gets the diastolic blood pressure in mmHg.</summary>
    public double? DiastolicPressure { get; init; }

    /// <summary>Gets the level of the Emergency Severity Index from 1 (most urgent) to 5.</summary>
    public double? Acuity { get; init; }

    /// <summary>Gets whether oxygen is given; MIMIC-IV-ED does not record it at triage.</summary>
    public bool ReceivesOxygen { get; init; }

    /// <summary>Gets how awake the patient is; alert unless recorded otherwise, which MIMIC-IV-ED never does.</summary>
    public Alertness Alertness { get; init; }

    /// <summary>Gets the sum of the Glasgow Coma Scale from 3 to 15; 15 unless recorded otherwise.</summary>
    public int GlasgowComaScale { get; init; } = 15;

    /// <summary>Gets the mean arterial pressure in mmHg: diastolic and a third of the difference.</summary>
    public double? MeanPressure => (SystolicPressure + (2 * DiastolicPressure)) / 3;
}
