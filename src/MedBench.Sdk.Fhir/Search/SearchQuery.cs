using System.Globalization;
using System.Text;

namespace MedBench.Fhir;

/// <summary>The query of a search: its conditions, its order and the page that is wanted.</summary>
internal sealed record SearchQuery
{
    private const int MaxParameters = 64;

    public IReadOnlyList<SearchCriterion> Criteria { get; init; } = [];

    /// <summary>Gets the wanted ids; null for any.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    public IReadOnlyList<(SearchParameter Parameter, bool Descending)> Order { get; init; } = [];

    public int Count { get; init; }

    public int Offset { get; init; }

    /// <summary>Gets whether only the number of matches is wanted.</summary>
    public bool IsCountOnly { get; init; }

    /// <summary>Gets whether the number of matches is wanted on every page.</summary>
    public bool WantsTotal { get; init; }

    /// <summary>Gets the pairs of the query in ordinal order, decoded, for links.</summary>
    public required IReadOnlyList<(string Name, string Value)> Pairs { get; init; }

    /// <exception cref="FhirRefusal">A parameter is unknown, not supported or not understood.</exception>
    public static SearchQuery Parse(string type, string query, FhirStore store, int pageSize, int maxPageSize)
    {
        var pairs = Decode(query);
        var parameters = store.ParametersOf(type);
        var parsed = new SearchQuery { Count = pageSize, Pairs = [.. pairs.OrderBy(pair => pair.Name, StringComparer.Ordinal)] };
        var criteria = new List<SearchCriterion>();
        foreach (var (name, value) in pairs.Where(pair => pair.Value.Length > 0))
        {
            parsed = name switch
            {
                "_count" => parsed with { Count = Math.Min(Whole(name, value), maxPageSize) },
                "_offset" => parsed with { Offset = Whole(name, value) },
                "_id" => parsed with { Ids = value.Split(',') },
                "_sort" => parsed with { Order = [.. value.Split(',').Select(one => (Find(one.TrimStart('-')), one.StartsWith('-')))] },
                "_summary" => parsed with { IsCountOnly = value == "count" },
                "_total" => parsed with { WantsTotal = value == "accurate" },
                "_format" => FhirFormat.Require(parsed, value),
                "_pretty" => parsed,
                _ => parsed,
            };
            if (!name.StartsWith('_'))
            {
                var colon = name.IndexOf(':', StringComparison.Ordinal);
                criteria.Add(SearchCriterion.Parse(Find(colon < 0 ? name : name[..colon]), colon < 0 ? "" : name[(colon + 1)..], value));
            }
            else if (name is not ("_count" or "_offset" or "_id" or "_sort" or "_summary" or "_total" or "_format" or "_pretty"))
            {
                throw Unknown(name);
            }
        }

        return parsed with { Criteria = criteria, IsCountOnly = parsed.IsCountOnly || parsed.Count == 0 };

        SearchParameter Find(string name) => parameters.GetValueOrDefault(name) ?? throw Unknown(name);

        FhirRefusal Unknown(string name) => new(400, "invalid", $"Unknown or unsupported search parameter \"{name}\" for resource type \"{type}\". Supported parameters are: [{string.Join(", ", parameters.Keys.Concat(["_count", "_id", "_sort"]).Order(StringComparer.Ordinal))}]");
    }

    /// <summary>Decodes the pairs of a query string.</summary>
    public static List<(string Name, string Value)> Decode(string query)
    {
        var parts = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > MaxParameters)
        {
            throw new FhirRefusal(400, "too-costly", string.Create(CultureInfo.InvariantCulture, $"The query has more than {MaxParameters} parameters."));
        }

        return [.. parts.Select(part => part.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals ? (Unescape(part[..equals]), Unescape(part[(equals + 1)..])) : (Unescape(part), ""))];
    }

    /// <summary>Writes pairs as a query string in which what a query may hold stands as it is.</summary>
    public static string Encode(IEnumerable<(string Name, string Value)> pairs)
        => string.Join('&', pairs.Select(pair => $"{Escape(pair.Name)}={Escape(pair.Value)}"));

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)octet;
            _ = char.IsAsciiLetterOrDigit(character) || "-._~/:,!$'()*@?".Contains(character, StringComparison.Ordinal)
                ? escaped.Append(character)
                : escaped.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return escaped.ToString();
    }

    private static int Whole(string name, string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FhirRefusal(400, "invalid", $"'{name}' takes a whole number, not '{value}'.");
}
