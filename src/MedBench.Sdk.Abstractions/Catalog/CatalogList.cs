namespace MedBench;

/// <summary>One kind of member of a catalogue: created on first use, unique by id.</summary>
/// <param name="kind">What a member is, in the singular.</param>
/// <param name="create">Creates the members.</param>
/// <param name="keyOf">Returns a member's key.</param>
internal sealed class CatalogList<T>(string kind, Func<IEnumerable<T>> create, Func<T, CatalogKey> keyOf)
{
    private readonly Lazy<Content> content = new(() => Load(kind, create(), keyOf));

    public IReadOnlyList<T> Items => content.Value.Items;

    public T Find(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return content.Value.ById.TryGetValue(id, out var member) ? member : throw new KeyNotFoundException(Explain(id));
    }

    private static Content Load(string kind, IEnumerable<T> members, Func<T, CatalogKey> keyOf)
    {
        var distinct = members.Select(member => (Member: member, Key: keyOf(member)))
            .DistinctBy(entry => (entry.Key.Id, entry.Key.Identity)).ToList();
        var conflicts = distinct.GroupBy(entry => entry.Key.Id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => $"'{group.Key}' ({string.Join(", ", group.Select(entry => entry.Key.Type).Order(StringComparer.Ordinal))})").ToList();
        if (conflicts.Count > 0)
        {
            throw new InvalidOperationException(
                $"The catalogue has several {Plural(kind)} with one id: {string.Join("; ", conflicts)}. "
                + "Ids name cache entries and report rows: give each its own, or mark a class [NotDiscoverable].");
        }

        return new Content(
            Array.AsReadOnly([.. distinct.Select(entry => entry.Member)]),
            distinct.ToDictionary(entry => entry.Key.Id, entry => entry.Member, StringComparer.OrdinalIgnoreCase));
    }

    private string Explain(string id)
    {
        var ids = content.Value.ById.Keys;
        if (ids.Count == 0)
        {
            return $"No {kind} has the id '{id}': the catalogue has no {Plural(kind)}. Reference a package that defines some, or define one.";
        }

        var near = NearMatches.Find(id, ids);
        var hint = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(match => $"'{match}'"))}?";
        return $"No {kind} has the id '{id}'.{hint} `medbench list` prints every id.";
    }

    private static string Plural(string kind) => kind.EndsWith('y') ? $"{kind[..^1]}ies" : $"{kind}s";

    private sealed record Content(IReadOnlyList<T> Items, Dictionary<string, T> ById);
}
