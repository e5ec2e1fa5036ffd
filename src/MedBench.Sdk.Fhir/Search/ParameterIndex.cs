namespace MedBench.Fhir;

/// <summary>The values of one search parameter for every resource of a type, and where each code or reference occurs.</summary>
internal sealed class ParameterIndex
{
    private readonly SearchValue[][] values;
    private readonly Dictionary<string, List<int>> keys = new(StringComparer.Ordinal);

    private ParameterIndex(SearchValue[][] values) => this.values = values;

    public static ParameterIndex Build(SearchParameter parameter, IReadOnlyList<StoredResource> resources)
    {
        var index = new ParameterIndex(new SearchValue[resources.Count][]);
        for (var position = 0; position < resources.Count; position++)
        {
            index.values[position] = resources[position].Read<SearchValue[]>(json => [.. parameter.Path!.Walk(json).SelectMany(element => SearchValue.Read(parameter.Type, element))]);
            foreach (var key in index.values[position].Select(value => KeyOf(value)).OfType<string>().Distinct())
            {
                if (!index.keys.TryGetValue(key, out var positions))
                {
                    index.keys.Add(key, positions = []);
                }

                positions.Add(position);
            }
        }

        return index;
    }

    public IReadOnlyList<SearchValue> ValuesOf(int position) => values[position];

    /// <summary>Returns the positions of the resources that have one of the codes or references, in order.</summary>
    public IReadOnlyList<int> Find(IReadOnlyList<string> wanted)
        => wanted.Count == 1 ? keys.GetValueOrDefault(wanted[0]) ?? [] : [.. wanted.SelectMany(key => keys.GetValueOrDefault(key) ?? []).Distinct().Order()];

    // References are kept as Type/id and asked for by id alone or whole.
    private static string? KeyOf(in SearchValue value)
        => value.Code is not { } code ? null : code[(code.LastIndexOf('/') + 1)..];
}
