using System.Globalization;
using System.Text.Json;

namespace MedBench;

/// <summary>One record of a dataset file, whatever the file's format. Every getter's error names file, line and field.</summary>
/// <remarks>
/// A row is a window on the reader's buffer: it is valid until the next row is asked for, and reading it later throws
/// <see cref="InvalidOperationException"/>. What getters return is yours to keep. Field names are compared ordinally.
/// </remarks>
public abstract class DatasetRow
{
    private const string Supply = "Supply it, or name a file in one of the published formats";

    private protected DatasetRow(ReadContext context, long line, long number, string? key)
        => (Context, Line, Number, Key) = (context, line, number, key);

    /// <summary>Gets the file's name.</summary>
    public string File => Context.File.Name;

    /// <summary>Gets the line at which the record begins, from 1; the record's number for Parquet.</summary>
    public long Line { get; }

    /// <summary>Gets the record's number within the file, from 1.</summary>
    public long Number { get; }

    /// <summary>Gets the record's key in a JSON object keyed by id; null in every other format.</summary>
    public string? Key { get; }

    /// <summary>Gets the names of the fields in file order.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    internal ReadContext Context { get; }

    /// <summary>Returns whether the field is there and not null.</summary>
    /// <param name="field">The field's name.</param>
    public bool Has(string field) => Find(field) is >= 0 and var index && GetKind(index) != FieldKind.Null;

    /// <summary>Returns a text.</summary>
    /// <param name="field">The field's name.</param>
    /// <exception cref="DatasetException">The field is missing, null or not text.</exception>
    public string GetString(string field) => GetKind(Require(field)) == FieldKind.Text ? ReadText(Find(field), field) : throw Mistyped(field, "text");

    /// <summary>Returns a text where the field is there.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="value">The text.</param>
    /// <returns>False where the field is missing or null.</returns>
    /// <exception cref="DatasetException">The field is not text.</exception>
    public bool TryGetString(string field, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        => (value = Has(field) ? GetString(field) : null) is not null;

    /// <summary>Returns an identifier where the field is there: a text, or a number as it is written.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="value">The identifier.</param>
    /// <returns>False where the field is missing or null.</returns>
    /// <exception cref="DatasetException">The field is neither text nor a number.</exception>
    public bool TryGetId(string field, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = !Has(field) ? null : GetKind(Find(field)) is FieldKind.Text or FieldKind.Number ? ReadText(Find(field), field) : throw Mistyped(field, "text or a number");
        return value is not null;
    }

    /// <summary>Returns a whole number.</summary>
    /// <param name="field">The field's name.</param>
    /// <remarks>CSV has no types: its cells are read as numbers. Elsewhere a text is not a number.</remarks>
    /// <exception cref="DatasetException">The field is missing, null, not a whole number or beyond 32 bits.</exception>
    public int GetInt32(string field)
    {
        var index = Require(field);
        if (!IsNumeric(index))
        {
            throw Mistyped(field, "a whole number");
        }

        var text = ReadText(index, field);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && real == Math.Truncate(real) && Math.Abs(real) <= int.MaxValue ? (int)real
            : throw Error(field, "the value is not a whole number of 32 bits", "Correct the value");
    }

    /// <summary>Returns a number.</summary>
    /// <param name="field">The field's name.</param>
    /// <remarks>CSV has no types: its cells are read as numbers. Elsewhere a text is not a number.</remarks>
    /// <exception cref="DatasetException">The field is missing, null, or not a finite number.</exception>
    public double GetDouble(string field)
    {
        var index = Require(field);
        return !IsNumeric(index) ? throw Mistyped(field, "a number")
            : double.TryParse(ReadText(index, field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : throw Error(field, "the value is not a finite number", "Correct the value");
    }

    /// <summary>Returns whether the field holds a number, or a CSV cell that reads as one.</summary>
    /// <param name="field">The field's name.</param>
    public bool IsNumber(string field)
        => Find(field) is >= 0 and var index && IsNumeric(index) && double.TryParse(ReadText(index, field), NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>Returns a truth value.</summary>
    /// <param name="field">The field's name.</param>
    /// <remarks>CSV has no types: its cells read <c>true</c> or <c>false</c>, in any case. Elsewhere a text is no truth value.</remarks>
    /// <exception cref="DatasetException">The field is missing, null or something else.</exception>
    public bool GetBoolean(string field)
    {
        var index = Require(field);
        return ReadValue(index, field) switch
        {
            bool value => value,
            string text when IsNumeric(index) && bool.TryParse(text, out var value) => value,
            _ => throw Mistyped(field, "true or false"),
        };
    }

    /// <summary>Returns a list of texts; a single text counts as a list of one.</summary>
    /// <param name="field">The field's name.</param>
    /// <exception cref="DatasetException">The field is missing, null or something else.</exception>
    public IReadOnlyList<string> GetStrings(string field) => ReadValue(Require(field), field) switch
    {
        string text => [text],
        IReadOnlyList<object?> list => [.. list.Select(item => item as string ?? throw Mistyped(field, "a list of texts"))],
        _ => throw Mistyped(field, "a list of texts"),
    };

    /// <summary>Returns answer options: an object of texts by label, a list of texts (labelled A, B, C …) or a list of objects with <c>key</c>, <c>label</c> or <c>letter</c> and <c>value</c>, <c>text</c> or <c>content</c>.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>The options in file order.</returns>
    /// <exception cref="DatasetException">The field is missing, null or has another shape.</exception>
    public IReadOnlyList<ChoiceOption> GetOptions(string field)
        => OptionShapes.Read(ReadValue(Require(field), field)) ?? throw Mistyped(field, "options: an object of texts by label, a list of texts, or a list of key and value");

    /// <summary>Returns a nested record.</summary>
    /// <param name="field">The field's name.</param>
    /// <exception cref="DatasetException">The field is missing, null or not an object.</exception>
    public DatasetRow GetRow(string field)
        => ReadValue(Require(field), field) is FieldList fields ? new ValueRow(Context, Line, Number, Key, fields, isTyped: true) : throw Mistyped(field, "an object");

    /// <summary>Returns whether the field is a list of nested records, which <see cref="GetRows"/> returns, and not of anything else.</summary>
    /// <param name="field">The field's name.</param>
    public bool HasRows(string field) => Has(field) && ReadValue(Find(field), field) is IReadOnlyList<object?> { Count: > 0 } list && list.All(item => item is FieldList);

    /// <summary>Returns a list of nested records.</summary>
    /// <param name="field">The field's name.</param>
    /// <exception cref="DatasetException">The field is missing, null or not a list of objects.</exception>
    public IReadOnlyList<DatasetRow> GetRows(string field) => ReadValue(Require(field), field) is IReadOnlyList<object?> list && list.All(item => item is FieldList)
        ? [.. list.Select(item => new ValueRow(Context, Line, Number, Key, (FieldList)item!, isTyped: true))]
        : throw Mistyped(field, "a list of objects");

    /// <summary>Returns a list of numbers; a list of lists, such as pairs of start and end, is read through one after the other.</summary>
    /// <param name="field">The field's name.</param>
    /// <exception cref="DatasetException">The field is missing, null or something else.</exception>
    public IReadOnlyList<double> GetNumbers(string field)
    {
        return ReadValue(Require(field), field) is IReadOnlyList<object?> list
            ? [.. list.SelectMany(item => item is IReadOnlyList<object?> inner ? inner : [item]).Select(Convert)]
            : throw Mistyped(field, "a list of numbers");

        double Convert(object? item) => item is not (null or string or bool or FieldList) && item is IConvertible number
            ? number.ToDouble(CultureInfo.InvariantCulture)
            : throw Mistyped(field, "a list of numbers");
    }

    /// <summary>Returns a value of any shape as JSON, its fields in file order; a CSV cell is a JSON string.</summary>
    /// <param name="field">The field's name.</param>
    /// <returns>A copy, yours to keep.</returns>
    /// <exception cref="DatasetException">The field is missing or null.</exception>
    public JsonElement GetJson(string field) => ValueJson.Create(ReadValue(Require(field), field));

    /// <summary>Creates an error about this row, for adapters to throw.</summary>
    /// <param name="field">The field; null where the whole row is meant.</param>
    /// <param name="problem">What is wrong, one sentence without its full stop.</param>
    /// <param name="remedy">What to do, one sentence without its full stop.</param>
    public DatasetException Error(string? field, string problem, string remedy) => Context.Error(problem, remedy, Line, field);

    internal abstract int Find(string field);

    internal abstract FieldKind GetKind(int index);

    internal abstract bool IsNumeric(int index);

    internal abstract string ReadText(int index, string field);

    /// <summary>Reads a value as string, boxed number or Boolean, list of these, <see cref="FieldList"/>, or null.</summary>
    internal abstract object? ReadValue(int index, string field);

    private int Require(string field)
    {
        var index = Find(field);
        return index < 0 ? throw Error(field, "the field is missing", Supply)
            : GetKind(index) == FieldKind.Null ? throw Error(field, "the field is null", Supply)
            : index;
    }

    private DatasetException Mistyped(string field, string wanted)
        => Error(field, $"the field is {GetKind(Find(field)) switch { FieldKind.Text => "text", FieldKind.Number => "a number", FieldKind.Boolean => "true or false", FieldKind.List => "a list", _ => "an object" }}, where {wanted} is expected", "Correct the value");
}
