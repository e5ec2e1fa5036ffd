namespace MedBench.Benchmarks;

/// <summary>Early warning scores from the measurements of one moment, by their published tables; null where a measurement that a score needs is missing.</summary>
/// <remarks>
/// The tables name whole numbers; a value between two of them belongs to the lower band. Temperatures are rounded to one decimal, as the tables state them. The rules of the code
/// of the MIMIC-IV-ED benchmark, where they differ, are in <see cref="MimicIvEdScores"/>.
/// </remarks>
public static class EarlyWarningScores
{
    private const double Lowest = double.NegativeInfinity;

    /// <summary>Computes the National Early Warning Score, from 0 to 20 (Royal College of Physicians 2012).</summary>
    /// <param name="vitals">The measurements; age, diastolic pressure and acuity do not count.</param>
    public static int? News(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return News(vitals, SaturationScale1(vitals)) + (vitals.Alertness is Alertness.Alert or Alertness.Confused ? 0 : 3);
    }

    /// <summary>Computes the National Early Warning Score 2, from 0 to 20 (Royal College of Physicians 2017).</summary>
    /// <param name="vitals">The measurements.</param>
    /// <param name="isHypercapnic">Whether the target is a saturation of 88 to 92 %, for patients with hypercapnic respiratory failure: scale 2.</param>
    public static int? News2(TriageVitals vitals, bool isHypercapnic = false)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return News(vitals, isHypercapnic ? SaturationScale2(vitals) : SaturationScale1(vitals)) + (vitals.Alertness == Alertness.Alert ? 0 : 3);
    }

    /// <summary>Computes the Modified Early Warning Score, from 0 to 14 (Subbe et al., QJM 2001; 94:521–526).</summary>
    /// <param name="vitals">The measurements; saturation, age and diastolic pressure do not count.</param>
    public static int? Mews(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals is not { SystolicPressure: { } pressure, HeartRate: { } heart, RespiratoryRate: { } breaths, Temperature: { } temperature } ? null
            : ScoreBands.Points(pressure, (Lowest, 3), (71, 2), (81, 1), (101, 0), (200, 2))
            + ScoreBands.Points(heart, (Lowest, 2), (41, 1), (51, 0), (101, 1), (111, 2), (130, 3))
            + ScoreBands.Points(breaths, (Lowest, 2), (9, 0), (15, 1), (21, 2), (30, 3))
            + ScoreBands.Points(OneDecimal(temperature), (Lowest, 2), (35, 0), (38.5, 2))
            + (vitals.Alertness switch { Alertness.Voice => 1, Alertness.Pain => 2, Alertness.Unresponsive => 3, _ => 0 });
    }

    /// <summary>Computes the Rapid Emergency Medicine Score, from 0 to 26 (Olsson, Terent and Lind, J Intern Med 2004; 255:579–587).</summary>
    /// <param name="vitals">The measurements; temperature does not count.</param>
    public static int? Rems(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals is not { Age: { } age, MeanPressure: { } pressure, HeartRate: { } heart, RespiratoryRate: { } breaths, OxygenSaturation: { } saturation } ? null
            : ScoreBands.Points(age, (Lowest, 0), (45, 2), (55, 3), (65, 5), (75, 6))
            + ScoreBands.Points(pressure, (Lowest, 4), (50, 2), (70, 0), (110, 2), (130, 3), (160, 4))
            + ScoreBands.Points(heart, (Lowest, 4), (40, 3), (55, 2), (70, 0), (110, 2), (140, 3), (180, 4))
            + ScoreBands.Points(breaths, (Lowest, 4), (6, 2), (10, 1), (12, 0), (25, 1), (35, 3), (50, 4))
            + ScoreBands.Points(saturation, (Lowest, 4), (75, 3), (86, 1), (90, 0))
            + ScoreBands.Points(vitals.GlasgowComaScale, (Lowest, 4), (5, 3), (8, 2), (11, 1), (14, 0));
    }

    /// <summary>Computes the Cardiac Arrest Risk Triage score, from 0 to 57 (Churpek et al., Crit Care Med 2012; 40:2102–2108).</summary>
    /// <param name="vitals">The measurements: age, breaths, heart rate and diastolic pressure count.</param>
    public static int? Cart(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals is not { Age: { } age, RespiratoryRate: { } breaths, HeartRate: { } heart, DiastolicPressure: { } pressure } ? null
            : ScoreBands.Points(age, (Lowest, 0), (55, 4), (70, 9))
            + ScoreBands.Points(breaths, (Lowest, 0), (21, 8), (24, 12), (26, 15), (30, 22))
            + ScoreBands.Points(heart, (Lowest, 0), (110, 4), (140, 13))
            + ScoreBands.Points(pressure, (Lowest, 13), (35, 6), (40, 4), (50, 0));
    }

    private static int? News(TriageVitals vitals, int? saturation)
        => saturation is null || vitals is not { RespiratoryRate: { } breaths, Temperature: { } temperature, SystolicPressure: { } pressure, HeartRate: { } heart } ? null
            : saturation
            + ScoreBands.Points(breaths, (Lowest, 3), (9, 1), (12, 0), (21, 2), (25, 3))
            + ScoreBands.Points(OneDecimal(temperature), (Lowest, 3), (35.1, 1), (36.1, 0), (38.1, 1), (39.1, 2))
            + ScoreBands.Points(pressure, (Lowest, 3), (91, 2), (101, 1), (111, 0), (220, 3))
            + ScoreBands.Points(heart, (Lowest, 3), (41, 1), (51, 0), (91, 1), (111, 2), (131, 3))
            + (vitals.ReceivesOxygen ? 2 : 0);

    private static int? SaturationScale1(TriageVitals vitals)
        => vitals.OxygenSaturation is { } saturation ? ScoreBands.Points(saturation, (Lowest, 3), (92, 2), (94, 1), (96, 0)) : null;

    private static int? SaturationScale2(TriageVitals vitals) => vitals.OxygenSaturation is not { } saturation ? null
        : vitals.ReceivesOxygen ? ScoreBands.Points(saturation, (Lowest, 3), (84, 2), (86, 1), (88, 0), (93, 1), (95, 2), (97, 3))
        : ScoreBands.Points(saturation, (Lowest, 3), (84, 2), (86, 1), (88, 0));

    private static double OneDecimal(double temperature) => Math.Round(temperature, 1, MidpointRounding.AwayFromZero);
}
