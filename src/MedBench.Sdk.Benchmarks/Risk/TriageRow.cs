using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>One visit of the authors' tables, cleaned by their rules.</summary>
/// <param name="row">The row.</param>
/// <param name="isMaster">Whether it is of <c>master_dataset.csv</c>, which is in Fahrenheit and holds impossible values.</param>
internal sealed class TriageRow(DatasetRow row, bool isMaster)
{
    private const double AdultAge = 18;

    // helpers.py, outlier_removal_imputation, over data_general_processing.py, vitals_valid_range: beyond the outer limits a value is missing, between outer and inner it is the inner limit.
    private static readonly Dictionary<string, (double OutlierLow, double Low, double High, double OutlierHigh)> Limits = new(StringComparer.Ordinal)
    {
        ["triage_temperature"] = (14.2, 26, 45, 47), ["triage_heartrate"] = (0, 0, 350, 390), ["triage_resprate"] = (0, 0, 300, 330), ["triage_o2sat"] = (0, 0, 100, 150),
        ["triage_sbp"] = (0, 0, 375, 375), ["triage_dbp"] = (0, 0, 375, 375), ["triage_pain"] = (0, 0, 10, 10), ["triage_acuity"] = (1, 1, 5, 5),
    };

    /// <summary>Gets whether the visit is one of the cohort: an adult with a recorded acuity.</summary>
    public bool IsInCohort => Number("age") >= AdultAge && Number("triage_acuity") is not null;

    /// <summary>Returns a text; null where the cell is empty.</summary>
    public string? Text(string column) => row.TryGetString(column, out var text) && text.Length > 0 ? text : null;

    /// <summary>Returns a text that must be there.</summary>
    public string Required(string column) => Text(column) ?? throw row.Error(column, "the value is missing", "Write the table again with the authors' scripts");

    /// <summary>Returns a number as it stands; null where the cell is empty.</summary>
    public double? Number(string column) => Text(column) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : bool.TryParse(text, out var truth) ? (truth ? 1 : 0)
        : throw row.Error(column, "the value is no number", "Write the table again with the authors' scripts");

    /// <summary>Returns a measurement in its unit; null where it is missing or impossible.</summary>
    public double? Vital(string column)
    {
        if (Number(column) is not { } value || !isMaster)
        {
            return Number(column);
        }

        var celsius = column == "triage_temperature" ? (value - 32) * 5 / 9 : value;
        var (outlierLow, low, high, outlierHigh) = Limits[column];
        return celsius < outlierLow || celsius > outlierHigh ? null : Math.Clamp(celsius, low, high);
    }

    /// <summary>Returns whether an outcome came about.</summary>
    public bool Outcome(string column) => Number(column) switch
    {
        0 => false,
        1 => true,
        _ => throw row.Error(column, "the outcome is neither true nor false", "Write the table again with the authors' scripts"),
    };
}
