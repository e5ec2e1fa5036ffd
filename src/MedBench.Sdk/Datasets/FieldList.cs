namespace MedBench;

/// <summary>The fields of a nested record, in file order.</summary>
internal sealed class FieldList(int capacity = 4)
{
    public List<string> Names { get; } = new(capacity);

    public List<object?> Values { get; } = new(capacity);

    /// <summary>Adds a field; false where the name is taken.</summary>
    public bool TryAdd(string name, object? value)
    {
        if (Names.Contains(name))
        {
            return false;
        }

        Names.Add(name);
        Values.Add(value);
        return true;
    }
}
