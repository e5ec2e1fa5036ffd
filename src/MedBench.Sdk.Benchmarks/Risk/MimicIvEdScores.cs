namespace MedBench.Benchmarks;

/// <summary>The scores as the code of the MIMIC-IV-ED benchmark computes them, to compare with its published numbers.</summary>
/// <remarks>
/// Source: nliulab/mimic4ed-benchmark at 091ed6f, <c>Benchmark_scripts/helpers.py</c>. It differs from the published tables: NEWS2 has no oxygen saturation; REMS has no coma scale and gives a mean
/// pressure of 49 no points; a value between two whole-numbered bands (a mean pressure of 129.5) gets none. Oxygen and alertness are never counted, for the data lacks them.
/// </remarks>
public static class MimicIvEdScores
{
    private const double Low = double.NegativeInfinity;
    private const double High = double.PositiveInfinity;

    /// <summary>Computes <c>score_NEWS</c>.</summary>
    /// <param name="vitals">The measurements.</param>
    public static int? News(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals.OxygenSaturation is not { } saturation ? null : News2(vitals) + ScoreBands.PointsBetween(saturation, (Low, 91, 3), (92, 93, 2), (94, 95, 1));
    }

    /// <summary>Computes <c>score_NEWS2</c>, which is NEWS without oxygen saturation.</summary>
    /// <param name="vitals">The measurements.</param>
    public static int? News2(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals is not { RespiratoryRate: { } breaths, Temperature: { } temperature, SystolicPressure: { } pressure, HeartRate: { } heart } ? null
            : ScoreBands.PointsBetween(breaths, (Low, 8, 3), (9, 11, 1), (21, 24, 2), (25, High, 3))
            + (temperature <= 35 ? 3 : temperature <= 36 ? 1 : temperature <= 38 ? 0 : temperature <= 39 ? 1 : 2)
            + ScoreBands.PointsBetween(pressure, (Low, 90, 3), (91, 100, 2), (101, 110, 1), (Math.BitIncrement(219), High, 3))
            + ScoreBands.PointsBetween(heart, (Low, 40, 3), (41, 50, 1), (91, 110, 1), (111, 130, 2), (Math.BitIncrement(130), High, 3));
    }

    /// <summary>Computes <c>score_MEWS</c>.</summary>
    /// <param name="vitals">The measurements.</param>
    public static int? Mews(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals is not { SystolicPressure: { } pressure, HeartRate: { } heart, RespiratoryRate: { } breaths, Temperature: { } temperature } ? null
            : ScoreBands.PointsBetween(pressure, (Low, 70, 3), (71, 80, 2), (81, 100, 1), (Math.BitIncrement(199), High, 2))
            + ScoreBands.PointsBetween(heart, (Low, 40, 2), (41, 50, 1), (101, 110, 1), (111, 129, 2), (130, High, 3))
            + ScoreBands.PointsBetween(breaths, (Low, Math.BitDecrement(9), 2), (15, 20, 1), (21, 29, 2), (30, High, 3))
            + (temperature is < 35 or >= 38.5 ? 2 : 0);
    }

    /// <summary>Computes <c>score_REMS</c>.</summary>
    /// <param name="vitals">The measurements.</param>
    public static int? Rems(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals is not { Age: { } age, MeanPressure: { } pressure, HeartRate: { } heart, RespiratoryRate: { } breaths, OxygenSaturation: { } saturation } ? null
            : ScoreBands.PointsBetween(age, (45, 54, 2), (55, 64, 3), (65, 74, 5), (Math.BitIncrement(74), High, 6))
            + ScoreBands.PointsBetween(pressure, (Math.BitIncrement(159), High, 4), (130, 159, 3), (110, 129, 2), (50, 69, 2), (Low, Math.BitDecrement(49), 4))
            + ScoreBands.PointsBetween(heart, (Math.BitIncrement(179), High, 4), (140, 179, 3), (110, 139, 2), (55, 69, 2), (40, 54, 3), (Low, Math.BitDecrement(40), 4))
            + ScoreBands.PointsBetween(breaths, (Math.BitIncrement(49), High, 4), (35, 49, 3), (25, 34, 1), (10, 11, 1), (6, 9, 2), (Low, Math.BitDecrement(6), 4))
            + ScoreBands.PointsBetween(saturation, (Low, Math.BitDecrement(75), 4), (75, 85, 3), (86, 89, 1));
    }

    /// <summary>Computes <c>score_CART</c>.</summary>
    /// <param name="vitals">The measurements.</param>
    public static int? Cart(TriageVitals vitals)
    {
        ArgumentNullException.ThrowIfNull(vitals);
        return vitals is not { Age: { } age, RespiratoryRate: { } breaths, HeartRate: { } heart, DiastolicPressure: { } pressure } ? null
            : ScoreBands.PointsBetween(age, (55, 69, 4), (70, High, 9))
            + ScoreBands.PointsBetween(breaths, (21, 23, 8), (24, 25, 12), (26, 29, 15), (30, High, 22))
            + ScoreBands.PointsBetween(heart, (110, 139, 4), (140, High, 13))
            + ScoreBands.PointsBetween(pressure, (40, 49, 4), (35, 39, 6), (Low, Math.BitDecrement(35), 13));
    }
}
