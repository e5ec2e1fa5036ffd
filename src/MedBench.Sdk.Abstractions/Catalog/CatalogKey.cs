namespace MedBench;

/// <summary>Says which member of a catalogue an object is, and whether two objects are the same member.</summary>
/// <param name="Id">The id.</param>
/// <param name="Type">The class.</param>
/// <param name="Identity">Class, version and parameters: equal where either object can stand for the other.</param>
internal sealed record CatalogKey(string Id, string Type, string Identity)
{
    public static CatalogKey Of(IBenchmark benchmark) => Of(benchmark, benchmark.Card.Id, benchmark.Card.Version, []);

    public static CatalogKey Of(IPromptStrategy strategy) => Of(strategy, strategy.Info.Id, strategy.Info.Version, strategy.Info.Parameters);

    public static CatalogKey Of(IScorer scorer) => Of(scorer, scorer.Info.Id, scorer.Info.Version, scorer.Info.Parameters);

    private static CatalogKey Of(object member, string id, string version, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var type = member.GetType();
        var values = parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        return new CatalogKey(id, type.FullName ?? type.Name, string.Join('\n', [type.AssemblyQualifiedName ?? type.Name, version, .. values]));
    }
}
