namespace MedBench.Benchmarks;

/// <summary>The records of MedXpertQA, as Hugging Face has them (options by letter, a label) and as the authors' repository has them (lists).</summary>
internal static class MedXpertQaFormat
{
    private const string Choices = "\nAnswer Choices:";

    private static readonly string[] Groups = ["medical_task", "body_system", "question_type"];

    /// <summary>Reads a record. The options stand within the published question too, and are taken out of the stem.</summary>
    public static MultipleChoiceQuestion Map(DatasetRow row)
    {
        var options = OptionText.Clean(row.GetOptions("options"), out var defects);
        var question = row.GetString("question");
        var end = question.LastIndexOf(Choices, StringComparison.Ordinal);
        return new MultipleChoiceQuestion
        {
            Id = row.GetString("id"),
            Stem = end < 0 ? question.Trim() : question[..end],
            Options = options,
            Answer = new ChoiceTarget(row.GetStrings("label")),
            Tags = Groups.Where(row.Has).ToDictionary(field => field.Replace('_', '-'), row.GetString, StringComparer.Ordinal),
            Defects = defects,
        };
    }

    /// <summary>Returns the names of a record's images.</summary>
    public static IReadOnlyList<string> ImagesOf(DatasetRow row) => row.HasRows("images")
        ? [.. row.GetRows("images").Select(image => image.GetString("image_path"))]
        : row.GetStrings("images");
}
