using System.Globalization;
using System.Text.Json;
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
        var findings = Require(station, "Physical_Examination_Findings", JsonValueKind.Object).EnumerateObject().Select(property => (property.Name, property.Value))
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
        var right = Require(row, "answers", JsonValueKind.Array).EnumerateArray().Where(IsCorrect).Select(answer => answer.TryGetProperty("text"u8, out var text) ? text.ToString() : "").ToList();
        var address = row.GetString("image_url");
        return new AgentClinicCase
        {
            Objective = "What is the most likely diagnosis?",
            Patient = row.GetString("patient_info"),
            Findings = row.GetString("physical_exams"),
            Diagnosis = right is [{ Length: > 0 } single] ? single : throw row.Error("answers", string.Create(CultureInfo.InvariantCulture, $"{right.Count} answers are marked as correct, where one with a text is"), "Download the file again"),
            Image = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? new UriContent(uri, "image/jpeg")
                : throw row.Error("image_url", "the value is no https address", "Download the file again"),
            Tags = row.Has("type") ? new Dictionary<string, string>(StringComparer.Ordinal) { ["image"] = string.Join(", ", row.GetStrings("type")) } : new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }

    private static bool IsCorrect(JsonElement answer) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("correct"u8, out var correct) && correct.ValueKind == JsonValueKind.True;

    private static JsonElement Require(DatasetRow row, string field, JsonValueKind kind)
        => row.GetJson(field) is var value && value.ValueKind == kind ? value : throw row.Error(field, $"the field is no JSON {kind.ToString().ToLowerInvariant()}", "Download the file again");
}
