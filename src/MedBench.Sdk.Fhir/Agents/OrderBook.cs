using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>What MedAgentBench's tasks are to order, and what is wrong with what was ordered; null where nothing is.</summary>
/// <param name="patient">The patient's record number.</param>
/// <param name="apiBase">The base address that the prompt names.</param>
/// <param name="defects">The defects of the published graders that are reproduced.</param>
internal sealed class OrderBook(string patient, Uri apiBase, MedAgentBenchDefects defects)
{
    private const string Now = "2023-11-13T10:15:00+00:00";

    public string? BloodPressure(IReadOnlyList<AgentPost> posts) => FindFault(posts, 1) ?? FindFault(posts[0], "Observation", rules => rules
        .HasOne("category")
        .HasOne("category/0/coding")
        .Equals("category/0/coding/0", """{"system":"http://hl7.org/fhir/observation-category","code":"vital-signs","display":"Vital Signs"}""")
        .Equals("code", """{"text":"BP"}""")
        .Is("effectiveDateTime", Now)
        .Is("status", "final")
        .Is("valueString", "118/77 mmHg"));

    /// <param name="posts">What was ordered.</param>
    /// <param name="dose">Grams, and over as many hours.</param>
    public string? Magnesium(IReadOnlyList<AgentPost> posts, double dose) => FindFault(posts, 1) ?? FindFault(posts[0], "MedicationRequest", rules => Drug(rules, "0338-1715-40")
        .Holds("dosageInstruction/0/route", route => IsRoute(route, "IV", ignoresCase: !defects.HasFlag(MedAgentBenchDefects.RouteTextOnly)))
        .Quantity("dosageInstruction/0/doseAndRate/0/doseQuantity", dose, "g")
        .Quantity("dosageInstruction/0/doseAndRate/0/rateQuantity", dose, "h")
        .Is("status", "active")
        .Is("intent", "order"));

    /// <param name="posts">What was ordered.</param>
    /// <param name="dose">Milliequivalents.</param>
    public string? Potassium(IReadOnlyList<AgentPost> posts, double dose) => FindFault(posts, 2)
        ?? FindFault(posts[0], "MedicationRequest", rules => Drug(rules, "40032-917-01")
            .Holds("dosageInstruction/0/route", route => IsRoute(route, "oral", ignoresCase: true))
            .Holds("dosageInstruction/0/doseAndRate/0/doseQuantity/value", value => value.ValueKind == JsonValueKind.Number && Math.Abs(value.GetDouble() - dose) <= 0.1)
            .Is("dosageInstruction/0/doseAndRate/0/doseQuantity/unit", "mEq")
            .Is("status", "active")
            .Is("intent", "order"))
        ?? FindFault(posts[1], "ServiceRequest", rules => Service(rules, "http://loinc.org", "2823-3").Contains("occurrenceDateTime", "2023-11-14T08:"));

    public string? HaemoglobinA1C(IReadOnlyList<AgentPost> posts) => FindFault(posts, 1) ?? FindFault(posts[0], "ServiceRequest", rules => Service(rules, "http://loinc.org", "4548-4"));

    /// <param name="posts">What was ordered.</param>
    /// <param name="text">What the referral is to say.</param>
    public string? Referral(IReadOnlyList<AgentPost> posts, string text) => FindFault(posts, 1)
        ?? FindFault(posts[0], "ServiceRequest", rules => Service(rules, "http://snomed.info/sct", "306181000000106").Holds("note", note => IsNote(note, text)));

    private static OrderRules Drug(OrderRules rules, string code) => rules
        .Is("medicationCodeableConcept/coding/0/system", "http://hl7.org/fhir/sid/ndc")
        .Is("medicationCodeableConcept/coding/0/code", code)
        .Contains("authoredOn", "2023-11-13T10:15");

    private static OrderRules Service(OrderRules rules, string system, string code) => rules
        .Is("code/coding/0/system", system)
        .Is("code/coding/0/code", code)
        .Is("authoredOn", Now)
        .Is("status", "active")
        .Is("intent", "order")
        .Is("priority", "stat");

    private bool IsNote(JsonElement note, string text) => note.ValueKind == JsonValueKind.Array
        ? !defects.HasFlag(MedAgentBenchDefects.NoteObjectOnly) && note.EnumerateArray().Any(one => IsNoteText(one, text))
        : IsNoteText(note, text);

    private static bool IsNoteText(JsonElement note, string text) => new OrderRules(note).Contains("text", text).Fault is null;

    private bool IsRoute(JsonElement route, string wanted, bool ignoresCase)
    {
        var text = route.ValueKind == JsonValueKind.Object && !defects.HasFlag(MedAgentBenchDefects.RouteTextOnly) && route.TryGetProperty("text", out var named) ? named : route;
        return text.ValueKind == JsonValueKind.String && (ignoresCase ? string.Equals(text.GetString()!.Trim(), wanted, StringComparison.OrdinalIgnoreCase) : text.ValueEquals(wanted));
    }

    private static string? FindFault(IReadOnlyList<AgentPost> posts, int wanted) => posts.Count == wanted ? null : FormattableString.Invariant($"{posts.Count} orders instead of {wanted}");

    private string? FindFault(AgentPost post, string type, Func<OrderRules, OrderRules> demand)
    {
        var isAddress = defects.HasFlag(MedAgentBenchDefects.ExactAddress) ? post.Address == apiBase.AbsoluteUri + type : IsAddress(post.Address, type);
        var rules = demand(new OrderRules(post.Payload).Is("resourceType", type)).Equals("subject", $$"""{"reference":"Patient/{{JsonEncodedText.Encode(patient)}}"}""");
        return !isAddress ? $"the {type} was sent to another address" : rules.Fault is { } path ? $"{type}: {path} is missing or another" : null;
    }

    private bool IsAddress(string address, string type)
    {
        var root = apiBase.AbsoluteUri.TrimEnd('/');
        return address.StartsWith(root + "/", StringComparison.Ordinal) && address[root.Length..].Trim('/') == type;
    }
}
