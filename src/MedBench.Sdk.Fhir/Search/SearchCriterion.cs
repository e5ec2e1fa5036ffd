using System.Globalization;
using Hl7.Fhir.Model;

namespace MedBench.Fhir;

/// <summary>One condition of a search: a parameter, perhaps a modifier, and values of which any may hold.</summary>
internal sealed class SearchCriterion
{
    private readonly string modifier;
    private readonly IReadOnlyList<Func<SearchValue, bool>> alternatives;

    private SearchCriterion(SearchParameter parameter, string modifier, IReadOnlyList<Func<SearchValue, bool>> alternatives, IReadOnlyList<string> keys)
        => (Parameter, this.modifier, this.alternatives, Keys) = (parameter, modifier, alternatives, keys);

    public SearchParameter Parameter { get; }

    /// <summary>Gets the codes or references of which a match must have one; empty where none is required.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <exception cref="FhirRefusal">The modifier or a value cannot be understood.</exception>
    public static SearchCriterion Parse(SearchParameter parameter, string modifier, string value)
    {
        var values = SplitEscaped(value, ',').ToList();
        if (modifier == "missing")
        {
            return values is ["true" or "false"] ? new(parameter, values[0] == "true" ? "missing" : "present", [], []) : throw Refuse(parameter, $"':missing' takes true or false, not '{value}'");
        }

        List<string> keys = [];
        Func<SearchValue, bool>[] alternatives =
        [
            .. values.Select(one => parameter.Type switch
            {
                SearchParamType.Token => Token(parameter, modifier, one, keys),
                SearchParamType.Reference => Reference(parameter, modifier, one, keys),
                SearchParamType.String => Text(parameter, modifier, one),
                SearchParamType.Date when modifier.Length == 0 => Date(parameter, one),
                SearchParamType.Number or SearchParamType.Quantity when modifier.Length == 0 => Quantity(parameter, one),
                SearchParamType.Uri when modifier.Length == 0 => found => found.Code == Unescape(one),
                _ => throw Refuse(parameter, $"the modifier ':{modifier}' is not supported"),
            }),
        ];
        return new(parameter, modifier, alternatives, modifier.Length == 0 && keys.Count == values.Count ? keys : []);
    }

    public bool Matches(IReadOnlyList<SearchValue> values) => modifier switch
    {
        "missing" => values.Count == 0,
        "present" => values.Count > 0,
        "not" => !values.Any(value => alternatives.Any(holds => holds(value))),
        _ => values.Any(value => alternatives.Any(holds => holds(value))),
    };

    private static Func<SearchValue, bool> Token(SearchParameter parameter, string modifier, string text, List<string> keys)
    {
        if (modifier == "text")
        {
            var start = SearchValue.Fold(Unescape(text));
            return found => found.Text is { } shown && SearchValue.Fold(shown).StartsWith(start, StringComparison.Ordinal);
        }

        if (modifier is not ("" or "not"))
        {
            throw Refuse(parameter, $"the modifier ':{modifier}' is not supported");
        }

        var parts = SplitEscaped(text, '|').Select(Unescape).ToList();
        if (parts.Count == 1)
        {
            keys.Add(KeyOf(parts[0]));
            return found => found.Code == parts[0];
        }

        var (system, code) = (parts[0], parts[1]);
        if (code.Length > 0)
        {
            keys.Add(KeyOf(code));
        }

        return found => (code.Length == 0 || found.Code == code) && (system.Length == 0 ? found.System is null : found.System == system);
    }

    // The index keeps what follows the last slash, which in a code is rare and then harmless.
    private static string KeyOf(string code) => code[(code.LastIndexOf('/') + 1)..];

    private static Func<SearchValue, bool> Reference(SearchParameter parameter, string modifier, string text, List<string> keys)
    {
        if (modifier.Length > 0 && !FhirDefinitions.IsResource(modifier))
        {
            throw Refuse(parameter, $"the modifier ':{modifier}' is not supported");
        }

        var wanted = modifier.Length > 0 ? $"{modifier}/{Unescape(text)}" : SearchValue.RelativeReference(Unescape(text));
        var id = wanted[(wanted.LastIndexOf('/') + 1)..];
        keys.Add(id);
        return wanted.Contains('/', StringComparison.Ordinal) ? found => found.Code == wanted : found => found.Code is { } code && code.AsSpan(code.LastIndexOf('/') + 1).SequenceEqual(id);
    }

    private static Func<SearchValue, bool> Text(SearchParameter parameter, string modifier, string text)
    {
        var value = Unescape(text);
        var folded = SearchValue.Fold(value);
        return modifier switch
        {
            "" => found => SearchValue.Fold(found.Text ?? "").StartsWith(folded, StringComparison.Ordinal),
            "contains" => found => SearchValue.Fold(found.Text ?? "").Contains(folded, StringComparison.Ordinal),
            "exact" => found => found.Text == value,
            _ => throw Refuse(parameter, $"the modifier ':{modifier}' is not supported"),
        };
    }

    private static Func<SearchValue, bool> Date(SearchParameter parameter, string text)
    {
        var (prefix, rest) = Prefix(Unescape(text));
        var asked = DateRange.Parse(rest) ?? throw Refuse(parameter, $"'{rest}' is not a date");
        return found => found.Time is { } time && prefix switch
        {
            "ne" => !(time.From >= asked.From && time.To <= asked.To),
            "gt" => time.To > asked.To,
            "lt" => time.From < asked.From,
            "ge" => time.To > asked.To || (time.From >= asked.From && time.To <= asked.To),
            "le" => time.From < asked.From || (time.From >= asked.From && time.To <= asked.To),
            "sa" => time.From >= asked.To,
            "eb" => time.To <= asked.From,
            "ap" => time.From < asked.To && time.To > asked.From,
            _ => time.From >= asked.From && time.To <= asked.To,
        };
    }

    private static Func<SearchValue, bool> Quantity(SearchParameter parameter, string text)
    {
        var parts = SplitEscaped(text, '|').Select(Unescape).ToList();
        var (prefix, rest) = Prefix(parts[0]);
        if (!decimal.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var asked))
        {
            throw Refuse(parameter, $"'{rest}' is not a number");
        }

        var point = rest.IndexOf('.', StringComparison.Ordinal);
        var half = 0.5m;
        for (var digits = point < 0 ? 0 : Math.Min(rest.Length - point - 1, 20); digits > 0; digits--)
        {
            half /= 10;
        }

        var (system, unit) = (parts.Count == 3 ? parts[1] : "", parts.Count >= 2 ? parts[^1] : "");
        return found => found.Number is { } number
            && (unit.Length == 0 || found.Code == unit || found.Text == unit)
            && (system.Length == 0 || found.System == system)
            && prefix switch
            {
                "ne" => !(number >= asked - half && number < asked + half),
                "gt" or "sa" => number > asked,
                "lt" or "eb" => number < asked,
                "ge" => number >= asked,
                "le" => number <= asked,
                "ap" => Math.Abs(number - asked) <= Math.Abs(asked) / 10,
                _ => number >= asked - half && number < asked + half,
            };
    }

    private static (string Prefix, string Value) Prefix(string text)
        => text.Length > 2 && text[..2] is "eq" or "ne" or "gt" or "lt" or "ge" or "le" or "sa" or "eb" or "ap" ? (text[..2], text[2..]) : ("eq", text);

    private static IEnumerable<string> SplitEscaped(string text, char separator)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\\')
            {
                i++;
            }
            else if (i == text.Length || text[i] == separator)
            {
                yield return text[start..Math.Min(i, text.Length)];
                start = i + 1;
            }
        }

        if (start <= text.Length && text.EndsWith('\\'))
        {
            yield return text[start..];
        }
    }

    private static string Unescape(string text)
        => text.Replace(@"\,", ",", StringComparison.Ordinal).Replace(@"\|", "|", StringComparison.Ordinal).Replace(@"\$", "$", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);

    private static FhirRefusal Refuse(SearchParameter parameter, string problem) => new(400, "invalid", $"Search parameter '{parameter.Name}': {problem}.");
}
