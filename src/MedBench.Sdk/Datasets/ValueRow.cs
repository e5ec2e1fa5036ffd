using System.Globalization;

namespace MedBench;

/// <summary>A row whose values are in memory: CSV cells, Parquet values, nested records.</summary>
internal sealed class ValueRow(ReadContext context, long line, long number, string? key, FieldList fields, bool isTyped) : DatasetRow(context, line, number, key)
{
    public override IReadOnlyList<string> Fields => fields.Names;

    internal override int Find(string field) => fields.Names.IndexOf(field);

    internal override FieldKind GetKind(int index) => fields.Values[index] switch
    {
        null => FieldKind.Null,
        string => FieldKind.Text,
        bool => FieldKind.Boolean,
        FieldList => FieldKind.Record,
        IReadOnlyList<object?> => FieldKind.List,
        _ => FieldKind.Number,
    };

    internal override bool IsNumeric(int index) => GetKind(index) == FieldKind.Number || (!isTyped && GetKind(index) == FieldKind.Text);

    internal override string ReadText(int index, string field)
    {
        var text = Convert.ToString(fields.Values[index], CultureInfo.InvariantCulture)!;
        return text.Contains('\0', StringComparison.Ordinal) ? throw Error(field, "the text contains a NUL character", "Remove it") : text;
    }

    internal override object? ReadValue(int index, string field) => fields.Values[index];
}
