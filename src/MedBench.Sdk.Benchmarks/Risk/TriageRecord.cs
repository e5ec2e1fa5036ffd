using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>Writes a triage record as labelled lines and reads the measurements off such lines.</summary>
internal static class TriageRecord
{
    private const string Absent = "not recorded";

    private static readonly (string Column, string Label, string Unit)[] Measured =
    [
        ("triage_temperature", "Temperature", "°C"), ("triage_heartrate", "Heart rate", "/min"), ("triage_resprate", "Respiratory rate", "/min"), ("triage_o2sat", "Oxygen saturation", "%"),
        ("triage_sbp", "Systolic blood pressure", "mmHg"), ("triage_dbp", "Diastolic blood pressure", "mmHg"), ("triage_pain", "Pain (0 to 10)", ""), ("triage_acuity", "Emergency Severity Index (1 most urgent, 5 least)", ""),
    ];

    private static readonly (string Column, string Label)[] Visits =
    [
        ("n_ed_30d", "Emergency visits in the past 30 days"), ("n_ed_90d", "Emergency visits in the past 90 days"), ("n_ed_365d", "Emergency visits in the past year"),
        ("n_hosp_30d", "Hospital admissions in the past 30 days"), ("n_hosp_90d", "Hospital admissions in the past 90 days"), ("n_hosp_365d", "Hospital admissions in the past year"),
        ("n_icu_30d", "Intensive care stays in the past 30 days"), ("n_icu_90d", "Intensive care stays in the past 90 days"), ("n_icu_365d", "Intensive care stays in the past year"),
    ];

    private static readonly (string Column, string Name)[] Conditions =
    [
        ("cci_MI", "myocardial infarction"), ("cci_CHF", "congestive heart failure"), ("cci_PVD", "peripheral vascular disease"), ("cci_Stroke", "stroke"), ("cci_Dementia", "dementia"),
        ("cci_Pulmonary", "chronic pulmonary disease"), ("cci_Rheumatic", "rheumatic disease"), ("cci_PUD", "peptic ulcer disease"), ("cci_Liver1", "mild liver disease"), ("cci_Liver2", "severe liver disease"),
        ("cci_DM1", "diabetes without complications"), ("cci_DM2", "diabetes with complications"), ("cci_Paralysis", "paralysis"), ("cci_Renal", "renal disease"), ("cci_Cancer1", "local cancer"),
        ("cci_Cancer2", "metastatic cancer"), ("cci_HIV", "HIV"), ("eci_Arrhythmia", "arrhythmia"), ("eci_Valvular", "valvular disease"), ("eci_PHTN", "pulmonary hypertension"), ("eci_HTN1", "hypertension"),
        ("eci_HTN2", "complicated hypertension"), ("eci_NeuroOther", "other neurological disorder"), ("eci_Hypothyroid", "hypothyroidism"), ("eci_Lymphoma", "lymphoma"), ("eci_Coagulopathy", "coagulopathy"),
        ("eci_Obesity", "obesity"), ("eci_WeightLoss", "weight loss"), ("eci_FluidsLytes", "fluid and electrolyte disorder"), ("eci_BloodLoss", "blood loss anaemia"), ("eci_Anemia", "deficiency anaemia"),
        ("eci_Alcohol", "alcohol misuse"), ("eci_Drugs", "drug misuse"), ("eci_Psychoses", "psychosis"), ("eci_Depression", "depression"),
    ];

    /// <summary>Gets the columns that are shown.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["age", "gender", "chiefcomplaint", .. Measured.Select(field => field.Column), .. Visits.Select(field => field.Column), .. Conditions.Select(field => field.Column)];

    /// <summary>Describes a row as labelled values, in a fixed order.</summary>
    public static IReadOnlyList<ContextSection> Describe(TriageRow row)
    {
        var sections = new List<ContextSection>
        {
            new("Age", row.Number("age") is { } age ? string.Create(CultureInfo.InvariantCulture, $"{age:0} years") : Absent),
            new("Sex", row.Text("gender") switch { "M" => "male", "F" => "female", var other => other ?? Absent }),
            new("Chief complaint", row.Text("chiefcomplaint") is { } complaint ? complaint.ReplaceLineEndings(" ") : Absent),
        };
        sections.AddRange(Measured.Select(field => new ContextSection(field.Label, row.Vital(field.Column) is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {field.Unit}").TrimEnd() : Absent)));
        sections.AddRange(Visits.Where(field => row.Number(field.Column) is not null).Select(field => new ContextSection(field.Label, row.Number(field.Column)!.Value.ToString("0", CultureInfo.InvariantCulture))));
        var known = Conditions.Where(condition => row.Number(condition.Column) > 0).Select(condition => condition.Name).ToList();
        sections.Add(new ContextSection("Known conditions", known.Count == 0 ? "none recorded" : string.Join(", ", known)));
        return sections;
    }

    /// <summary>Reads the measurements off a text that shows a record line by line.</summary>
    public static TriageVitals ReadVitals(string text)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon > 0)
            {
                var value = line[(colon + 1)..].Trim();
                var end = value.IndexOf(' ');
                if (double.TryParse(end < 0 ? value : value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    values.TryAdd(line[..colon].Trim().ToString(), number);
                }
            }
        }

        double? Find(string label) => values.TryGetValue(label, out var value) ? value : null;
        return new TriageVitals
        {
            Age = Find("Age"),
            Temperature = Find(Measured[0].Label),
            HeartRate = Find(Measured[1].Label),
            RespiratoryRate = Find(Measured[2].Label),
            OxygenSaturation = Find(Measured[3].Label),
            SystolicPressure = Find(Measured[4].Label),
            DiastolicPressure = Find(Measured[5].Label),
            Acuity = Find(Measured[7].Label),
        };
    }
}
