using System.Globalization;
using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;

namespace MedBench.Fhir;

/// <summary>One value of a resource as a search compares it; which members count depends on the parameter's type.</summary>
internal readonly record struct SearchValue
{
    /// <summary>Gets the code system, the identifier's system or the unit's system.</summary>
    public string? System { get; init; }

    /// <summary>Gets the code, the identifier's value, the reference as <c>Type/id</c>, or the unit's code.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the text, the display or the unit as people write it.</summary>
    public string? Text { get; init; }

    public DateRange? Time { get; init; }

    public decimal? Number { get; init; }

    /// <summary>Reads the values of one element.</summary>
    public static IEnumerable<SearchValue> Read(SearchParamType type, JsonElement element) => type switch
    {
        SearchParamType.Token => Tokens(element),
        SearchParamType.Reference => Reference(element) is { } reference ? [new SearchValue { Code = reference }] : [],
        SearchParamType.Date => Times(element),
        SearchParamType.String => Texts(element).Select(text => new SearchValue { Text = text }),
        SearchParamType.Quantity or SearchParamType.Number => Numbers(element),
        _ => element.ValueKind == JsonValueKind.String ? [new SearchValue { Code = element.GetString() }] : [],
    };

    /// <summary>Returns a text without case and accents, as string parameters compare it.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in Sound(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.ToUpperInvariant(character));
            }
        }

        return folded.ToString();
    }

    // Half a surrogate pair has no normal form, nor has U+FFFE.
    private static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');

    private static IEnumerable<SearchValue> Tokens(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)
        {
            return [new SearchValue { Code = element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText() }];
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (element.TryGetProperty("coding", out var codings) && codings.ValueKind == JsonValueKind.Array)
        {
            var text = Member(element, "text");
            return codings.EnumerateArray().Where(coding => coding.ValueKind == JsonValueKind.Object)
                .Select(coding => new SearchValue { System = Member(coding, "system"), Code = Member(coding, "code"), Text = text ?? Member(coding, "display") });
        }

        return [new SearchValue { System = Member(element, "system"), Code = Member(element, "code") ?? Member(element, "value"), Text = Member(element, "text") ?? Member(element, "display") }];
    }

    private static string? Reference(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.Object ? Member(element, "reference") : element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        return text is null ? null : RelativeReference(text);
    }

    /// <summary>Returns the <c>Type/id</c> at the end of a reference, whatever server it names.</summary>
    public static string RelativeReference(string text)
    {
        var parts = text.Split('/');
        var end = parts.Length >= 4 && parts[^2] == "_history" ? parts.Length - 2 : parts.Length;
        return end >= 2 ? $"{parts[end - 2]}/{parts[end - 1]}" : text;
    }

    private static IEnumerable<SearchValue> Times(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return DateRange.Parse(element.GetString()!) is { } time ? [new SearchValue { Time = time }] : [];
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (element.TryGetProperty("event", out var moments) && moments.ValueKind == JsonValueKind.Array)
        {
            return moments.EnumerateArray().SelectMany(Times);
        }

        var start = Member(element, "start") is { } from ? DateRange.Parse(from) : null;
        var end = Member(element, "end") is { } to ? DateRange.Parse(to) : null;
        return start is null && end is null ? [] : [new SearchValue { Time = new DateRange(start?.From ?? 0, end?.To ?? long.MaxValue) }];
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name is not ("use" or "period" or "type" or "extension" or "system")).SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    private static IEnumerable<SearchValue> Numbers(JsonElement element)
        => element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var plain) ? [new SearchValue { Number = plain }]
            : element.ValueKind == JsonValueKind.Object && element.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
                ? [new SearchValue { Number = number, System = Member(element, "system"), Code = Member(element, "code"), Text = Member(element, "unit") }]
                : [];

    private static string? Member(JsonElement element, string name)
        => element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
