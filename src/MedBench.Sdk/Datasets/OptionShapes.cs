namespace MedBench;

/// <summary>The shapes in which published sets write answer options.</summary>
internal static class OptionShapes
{
    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString())];

    /// <summary>Returns the letter of a position, from A; numbers from 27 on.</summary>
    public static string Letter(int index) => index < Letters.Length ? Letters[index] : (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Returns the options, or null where the value has no known shape.</summary>
    public static IReadOnlyList<ChoiceOption>? Read(object? value) => value switch
    {
        FieldList fields => FromPairs(fields),
        IReadOnlyList<object?> list => FromList(list),
        _ => null,
    };

    private static ChoiceOption[]? FromPairs(FieldList fields)
    {
        // A list of {key, value} turns into {key: [...], value: [...]} in conversions that store sequences of structs by column.
        if (Get(fields, "key", "label") is IReadOnlyList<object?> keys && Get(fields, "value", "text") is IReadOnlyList<object?> values && keys.Count == values.Count)
        {
            return Combine(keys, values);
        }

        var options = new ChoiceOption[fields.Names.Count];
        for (var i = 0; i < options.Length; i++)
        {
            if (fields.Values[i] is not string text)
            {
                return null;
            }

            options[i] = new ChoiceOption(fields.Names[i], text);
        }

        return options;
    }

    private static ChoiceOption[]? FromList(IReadOnlyList<object?> list)
        => list.All(item => item is string) ? Combine([.. list.Select((_, i) => Letter(i))], list)
            : list.All(item => item is FieldList)
                ? Combine([.. list.Select(item => Get((FieldList)item!, "key", "label") ?? Get((FieldList)item!, "letter"))], [.. list.Select(item => Get((FieldList)item!, "value", "text") ?? Get((FieldList)item!, "content"))])
            : null;

    private static ChoiceOption[]? Combine(IReadOnlyList<object?> labels, IReadOnlyList<object?> texts)
        => labels.All(label => label is string) && texts.All(text => text is string)
            ? [.. labels.Zip(texts, (label, text) => new ChoiceOption((string)label!, (string)text!))]
            : null;

    private static object? Get(FieldList fields, string name, string other = "")
        => fields.Names.IndexOf(name) is >= 0 and var index ? fields.Values[index]
            : fields.Names.IndexOf(other) is >= 0 and var second ? fields.Values[second]
            : null;
}
