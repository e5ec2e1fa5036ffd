using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MedBench.Testing;

namespace MedBench.Fhir.Tests;

/// <summary>An agent that does MedAgentBench's tasks as a careful clinician would: written from the tasks' words alone, not from the graders.</summary>
internal static partial class PerfectAgent
{
    private const string Base = "http://localhost:8080/fhir/";
    private const string Now = "2023-11-13T10:15:00+00:00";

    /// <summary>What a referral is to say where a test grades one by itself.</summary>
    public const string Letter = "Left knee gives way since a fall. Please see and advise.";

    public static IModelClient Create() => new ScriptedModelClient(Reply) { Info = OracleModelClient.WithEveryPower with { Id = "perfect" } };

    public static string Reply(ModelRequest request)
    {
        var prompt = request.Messages[0].Text;
        var question = prompt[(prompt.LastIndexOf("\nQuestion: ", StringComparison.Ordinal) + 11)..];
        var turn = (request.Messages.Count - 1) / 2;
        var patient = Mrn().Match(question).Value;
        var found = turn == 0 ? [] : Resources(request.Messages[2].Text);
        return question switch
        {
            _ when question.Contains("DOB", StringComparison.Ordinal) => turn == 0 ? Search(question) : found.Count == 0 ? """FINISH(["Patient not found"])""" : $"""FINISH(["{found[0].GetProperty("id")}"])""",
            _ when question.Contains("the age", StringComparison.Ordinal) => turn == 0 ? $"GET {Base}Patient?identifier={patient}" : $"FINISH([{Age(found[0].GetProperty("birthDate").GetString()!)}])",
            _ when question.Contains("blood pressure", StringComparison.Ordinal) => turn == 0 ? BloodPressure(patient) : "FINISH([])",
            _ when question.Contains("orthopedic", StringComparison.Ordinal) => turn == 0 ? Referral(patient, Quoted().Match(question).Groups["text"].Value) : "FINISH([])",
            _ when turn == 0 => $"GET {Base}Observation?patient={patient}&code={(question.Contains("magnesium", StringComparison.Ordinal) ? "MG" : question.Contains("CBG", StringComparison.Ordinal) ? "GLU" : question.Contains("potassium", StringComparison.Ordinal) ? "K" : "A1C")}&_count=5000",
            _ when question.Contains("average", StringComparison.OrdinalIgnoreCase) => Finish(Average(Within(found))),
            _ when question.Contains("magnesium", StringComparison.Ordinal) && question.Contains("order", StringComparison.Ordinal) => Magnesium(patient, Latest(Within(found)), turn),
            _ when question.Contains("magnesium", StringComparison.Ordinal) => Finish(Latest(Within(found))?.Value),
            _ when question.Contains("CBG", StringComparison.Ordinal) => Finish(Latest(found)?.Value),
            _ when question.Contains("potassium", StringComparison.Ordinal) => Potassium(patient, Latest(found), turn),
            _ => HaemoglobinA1C(patient, Latest(found), turn),
        };
    }

    public static string BloodPressure(string patient) => Post("Observation", $$"""
        {"resourceType":"Observation","category":[{"coding":[{"system":"http://hl7.org/fhir/observation-category","code":"vital-signs","display":"Vital Signs"}]}],
        "code":{"text":"BP"},"effectiveDateTime":"{{Now}}","status":"final","valueString":"118/77 mmHg","subject":{"reference":"Patient/{{patient}}"} }
        """);

    public static string Referral(string patient, string text = Letter) => Service(patient, "http://snomed.info/sct", "306181000000106", $$""","note":{"text":"{{JsonEncodedText.Encode(text)}}"}""");

    public static string Drug(string patient, string code, string dosage) => Post("MedicationRequest", $$"""
        {"resourceType":"MedicationRequest","medicationCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/ndc","code":"{{code}}"}]},
        "authoredOn":"{{Now}}","dosageInstruction":[{{dosage}}],"status":"active","intent":"order","subject":{"reference":"Patient/{{patient}}"} }
        """);

    public static string Service(string patient, string system, string code, string more = "") => Post("ServiceRequest", $$"""
        {"resourceType":"ServiceRequest","code":{"coding":[{"system":"{{system}}","code":"{{code}}"}]},"authoredOn":"{{Now}}","status":"active","intent":"order","priority":"stat","subject":{"reference":"Patient/{{patient}}"}{{more}}}
        """);

    public static string Dosage(string route, string dose, string unit, string? hours = null)
        => $$"""{"route":{{route}},"doseAndRate":[{"doseQuantity":{"value":{{dose}},"unit":"{{unit}}"}{{(hours is null ? "" : $$""","rateQuantity":{"value":{{hours}},"unit":"h"}""")}}}]}""";

    private static string Search(string question)
    {
        var match = NameAndBirth().Match(question);
        return $"GET {Base}Patient?given={match.Groups["given"].Value}&family={match.Groups["family"].Value}&birthdate={match.Groups["born"].Value}";
    }

    private static string Magnesium(string patient, Reading? latest, int turn)
    {
        if (latest is null || latest.Number > 1.9 || turn == 2)
        {
            return Finish(latest?.Value);
        }

        var dose = latest.Number < 1 ? "4" : latest.Number < 1.5 ? "2" : "1";
        return Drug(patient, "0338-1715-40", Dosage("\"IV\"", dose, "g", dose));
    }

    private static string Potassium(string patient, Reading? latest, int turn) => latest is null || latest.Number >= 3.5 || turn == 3 ? Finish(latest?.Value)
        : turn == 1 ? Drug(patient, "40032-917-01", Dosage("\"oral\"", Math.Round((3.5 - latest.Number) * 100).ToString(CultureInfo.InvariantCulture), "mEq"))
        : Service(patient, "http://loinc.org", "2823-3", ""","occurrenceDateTime":"2023-11-14T08:00:00+00:00" """);

    private static string HaemoglobinA1C(string patient, Reading? latest, int turn)
        => turn == 1 && (latest is null || latest.Time < DateTimeOffset.Parse("2022-11-13T10:15:00Z", CultureInfo.InvariantCulture)) ? Service(patient, "http://loinc.org", "4548-4")
            : latest is null ? "FINISH([-1])" : $"""FINISH([{latest.Value}, "{latest.Written}"])""";

    private static string Post(string type, string json) => $"POST {Base}{type}\n{json}";

    private static string Finish(string? value) => $"FINISH([{value ?? "-1"}])";

    private static List<JsonElement> Resources(string message)
    {
        const string Before = "Here is the response from the GET request:\n";
        if (!message.StartsWith(Before, StringComparison.Ordinal))
        {
            return [];
        }

        var bundle = JsonDocument.Parse(message[Before.Length..message.LastIndexOf(". Please call FINISH", StringComparison.Ordinal)]).RootElement;
        return bundle.TryGetProperty("entry", out var entries) ? [.. entries.EnumerateArray().Select(entry => entry.GetProperty("resource"))] : [];
    }

    private static IEnumerable<JsonElement> Within(IEnumerable<JsonElement> found) => found.Where(one => Read(one).Time >= DateTimeOffset.Parse("2023-11-12T10:15:00Z", CultureInfo.InvariantCulture));

    private static Reading? Latest(IEnumerable<JsonElement> found) => found.Select(Read).MaxBy(value => value.Time);

    private static string? Average(IEnumerable<JsonElement> found)
        => found.ToList() is { Count: > 0 } list ? list.Average(one => Read(one).Number).ToString("F2", CultureInfo.InvariantCulture) : null;

    private static Reading Read(JsonElement observation)
    {
        var (time, value) = (observation.GetProperty("effectiveDateTime").GetString()!, observation.GetProperty("valueQuantity").GetProperty("value"));
        return new Reading(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), time, value.GetDouble(), value.GetRawText());
    }

    private static int Age(string born)
    {
        var years = 2023 - int.Parse(born[..4], CultureInfo.InvariantCulture);
        return string.CompareOrdinal(born[5..], "11-13") > 0 ? years - 1 : years;
    }

    [GeneratedRegex("S[0-9]{7}")]
    private static partial Regex Mrn();

    [GeneratedRegex("with name (?<given>.+) (?<family>[^ ]+) and DOB of (?<born>[0-9-]{10})")]
    private static partial Regex NameAndBirth();

    [GeneratedRegex("\"(?<text>[^\"]*)\"")]
    private static partial Regex Quoted();

    private sealed record Reading(DateTimeOffset Time, string Written, double Number, string Value);
}
