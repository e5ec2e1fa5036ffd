using System.Collections.Concurrent;

namespace MedBench.Fhir;

/// <summary>All resources of one type in the order in which they came, with an index for each parameter that was ever searched by.</summary>
internal sealed class ResourceTable(string type)
{
    private readonly List<StoredResource> resources = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Lazy<ParameterIndex>> indexes = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SearchParameter> Parameters { get; } = SearchParameter.Of(type);

    public int Count => resources.Count;

    public StoredResource this[int position] => resources[position];

    public StoredResource? Find(string id) => positions.TryGetValue(id, out var position) ? resources[position] : null;

    /// <summary>Adds a resource; false where one of its id is there.</summary>
    public bool Add(StoredResource resource)
    {
        if (!positions.TryAdd(resource.Id, resources.Count))
        {
            return false;
        }

        resources.Add(resource);
        if (!indexes.IsEmpty)
        {
            indexes = new(StringComparer.Ordinal);
        }

        return true;
    }

    /// <summary>Returns the positions of all matches, in the wanted order.</summary>
    public List<int> Search(SearchQuery query)
    {
        var conditions = query.Criteria.Select(criterion => (Criterion: criterion, Index: IndexOf(criterion.Parameter))).ToList();
        var keyed = conditions.Where(condition => condition.Criterion.Keys.Count > 0).Select(condition => condition.Index.Find(condition.Criterion.Keys)).ToList();
        if (query.Ids is { } ids)
        {
            keyed.Add([.. ids.Distinct().Where(positions.ContainsKey).Select(id => positions[id]).Order()]);
        }

        var candidates = keyed.MinBy(found => found.Count) ?? Enumerable.Range(0, resources.Count);
        var matches = candidates
            .Where(position => query.Ids is null || query.Ids.Contains(resources[position].Id))
            .Where(position => conditions.TrueForAll(condition => condition.Criterion.Matches(condition.Index.ValuesOf(position))));
        foreach (var (parameter, descending) in query.Order.Reverse())
        {
            var index = IndexOf(parameter);
            var keys = Comparer<SortKey>.Default;
            matches = descending ? matches.OrderByDescending(position => SortKey.Of(index.ValuesOf(position)), keys) : matches.OrderBy(position => SortKey.Of(index.ValuesOf(position)), keys);
        }

        return [.. matches];
    }

    private ParameterIndex IndexOf(SearchParameter parameter)
        => indexes.GetOrAdd(parameter.Name, _ => new Lazy<ParameterIndex>(() => ParameterIndex.Build(parameter, resources))).Value;

    /// <summary>By what a resource is sorted: its first value's time, number or text.</summary>
    private readonly record struct SortKey(long Time, decimal Number, string Text) : IComparable<SortKey>
    {
        public static SortKey Of(IReadOnlyList<SearchValue> values)
            => values.Count == 0 ? new(long.MinValue, decimal.MinValue, "") : new(values[0].Time?.From ?? 0, values[0].Number ?? 0, SearchValue.Fold(values[0].Text ?? values[0].Code ?? ""));

        public int CompareTo(SortKey other)
            => Time != other.Time ? Time.CompareTo(other.Time) : Number != other.Number ? Number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);
    }
}
