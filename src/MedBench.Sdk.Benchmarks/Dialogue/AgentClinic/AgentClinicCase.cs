using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>One case of AgentClinic, each part as it is put into a prompt.</summary>
internal sealed record AgentClinicCase
{
    /// <summary>Gets what the doctor is told.</summary>
    public required string Objective { get; init; }

    /// <summary>Gets what the patient knows.</summary>
    public required string Patient { get; init; }

    /// <summary>Gets what the examiner knows.</summary>
    public required string Findings { get; init; }

    /// <summary>Gets the right diagnosis.</summary>
    public required string Diagnosis { get; init; }

    /// <summary>Gets the image; null where the case has none.</summary>
    public UriContent? Image { get; init; }

    /// <summary>Gets the groups to report by.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a case in the layout of a clinical examination station: nested records, which prompts show as Python prints them.</summary>
    public static AgentClinicCase ReadStation(DatasetRow row)
    {
        var station = row.GetRow("OSCE_Examination");
        var findings = station.GetJson("Physical_Examination_Findings").EnumerateObject().Select(property => (property.Name, property.Value))
            .Where(finding => finding.Name != "tests").Append(("tests", station.GetJson("Test_Results")));
        return new AgentClinicCase
        {
            Objective = station.GetString("Objective_for_Doctor"),
            Patient = PythonValue.Write(station.GetJson("Patient_Actor")),
            Findings = PythonValue.Write(findings),
            Diagnosis = station.GetString("Correct_Diagnosis"),
        };
    }

    /// <summary>Reads an image challenge, whose options are never shown.</summary>
    public static AgentClinicCase ReadChallenge(DatasetRow row)
    {
        var right = row.GetJson("answers").EnumerateArray().Where(answer => answer.GetProperty("correct"u8).GetBoolean()).Select(answer => answer.GetProperty("text"u8).GetString()!).ToList();
        var address = row.GetString("image_url");
        return new AgentClinicCase
        {
            Objective = "What is the most likely diagnosis?",
            Patient = row.GetString("patient_info"),
            Findings = row.GetString("physical_exams"),
            Diagnosis = right.Count == 1 ? right[0] : throw row.Error("answers", $"{right.Count} answers are correct, where one is", "Download the file again"),
            Image = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? new UriContent(uri, "image/jpeg")
                : throw row.Error("image_url", "the value is no https address", "Download the file again"),
            Tags = row.Has("type") ? new Dictionary<string, string>(StringComparer.Ordinal) { ["image"] = string.Join(", ", row.GetStrings("type")) } : new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }
}
