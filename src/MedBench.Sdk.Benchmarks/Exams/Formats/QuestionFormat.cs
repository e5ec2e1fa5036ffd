namespace MedBench.Benchmarks;

/// <summary>One published layout of multiple-choice records. An instance serves one reading of one file.</summary>
internal abstract class QuestionFormat
{
    private const string Id = "id";

    /// <summary>The layout in words, for errors.</summary>
    public abstract string Layout { get; }

    /// <summary>Tells the layout by the fields of a file's first row.</summary>
    public abstract bool Fits(DatasetRow row);

    public abstract MultipleChoiceQuestion Map(DatasetRow row);

    /// <summary>Chooses the layout of a file by its first row.</summary>
    public static QuestionFormat Choose(IReadOnlyList<QuestionFormat> formats, DatasetRow row)
        => formats.FirstOrDefault(format => format.Fits(row)) ?? throw row.Error(
            null,
            $"the fields {string.Join(", ", row.Fields.Take(12))} are no known layout",
            $"Supply {string.Join("; or ", formats.Select(format => format.Layout))}");

    protected static string? IdOf(DatasetRow row) => row.TryGetId(Id, out var id) ? id : null;

    protected static string? TextOf(DatasetRow row, string field) => row.TryGetString(field, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Returns the label at a position from 0, or the position itself where it is none, which the reader then refuses.</summary>
    protected static string LabelAt(IReadOnlyList<ChoiceOption> options, int position)
        => position >= 0 && position < options.Count ? options[position].Label : position.ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected static IReadOnlyList<ChoiceOption> Labelled(IReadOnlyList<string> texts)
        => [.. texts.Select((text, i) => new ChoiceOption(Letter(i), text))];

    protected static string Letter(int index) => index switch { 0 => "A", 1 => "B", 2 => "C", 3 => "D", 4 => "E", _ => ((char)('A' + index)).ToString() };

    protected static MultipleChoiceQuestion Create(DatasetRow row, string stem, IReadOnlyList<ChoiceOption> options, string answer)
    {
        options = OptionText.Clean(options, out var defects);
        return new MultipleChoiceQuestion { Id = IdOf(row), Stem = stem, Options = options, Answer = answer, Defects = defects };
    }
}
