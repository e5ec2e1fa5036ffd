namespace MedBench.Benchmarks;

/// <summary>Shares one dictionary among all samples with the same tags, of which a set has few.</summary>
internal sealed class TagCache
{
    private readonly Dictionary<(string?, string?), IReadOnlyDictionary<string, string>?> known = [];

    /// <summary>Returns the tags that have a value; null where none has.</summary>
    public IReadOnlyDictionary<string, string>? Get(string name, string? value, string otherName = "", string? otherValue = null)
    {
        if (!known.TryGetValue((value, otherValue), out var tags))
        {
            var all = new[] { (Name: name, Value: value), (Name: otherName, Value: otherValue) };
            var filled = all.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Name, tag => tag.Value!, StringComparer.Ordinal);
            known[(value, otherValue)] = tags = filled.Count == 0 ? null : filled;
        }

        return tags;
    }
}
