namespace MedBench.Benchmarks;

/// <summary>The records of CareMedEval.</summary>
internal static class CareMedEvalFormat
{
    private const int LargestArticle = 4 << 20;

    public static MultipleChoiceQuestion Map(DatasetRow row, CareMedEvalContext context)
    {
        var article = row.GetString("id_article");
        var (right, essential) = (Letters(row, "correct_answers"), Letters(row, "essential_answers"));
        var tags = row.GetStrings("labels").ToDictionary(label => $"label-{label}", _ => "yes", StringComparer.Ordinal);
        tags["article"] = article;
        if (row.Has("requires_context"))
        {
            tags["requires-context"] = row.GetBoolean("requires_context") ? "yes" : "no";
        }

        return new MultipleChoiceQuestion
        {
            Id = row.GetString("id"),
            Stem = row.GetString("question"),
            Options = [.. row.GetOptions("answers").Select(option => option with { Label = option.Label.ToUpperInvariant() })],
            Answer = new ChoiceTarget(right) { Essential = [.. essential.Intersect(right, StringComparer.Ordinal)], Prohibited = Letters(row, "unacceptable_answers") },
            Context = context == CareMedEvalContext.None ? [] : [new ContextSection(null, ReadArticle(row, article, context))],
            ClusterId = article,
            Rationale = row.TryGetString("justification", out var justification) && justification.Length > 0 ? justification : null,
            Tags = tags,
            Defects = essential.Except(right, StringComparer.Ordinal).Any() ? ["essential-answer-not-right"] : [],
        };
    }

    private static string[] Letters(DatasetRow row, string field) => [.. row.GetStrings(field).Select(letter => letter.Trim().ToUpperInvariant())];

    private static string ReadArticle(DatasetRow row, string article, CareMedEvalContext context)
    {
        var folder = context == CareMedEvalContext.Article ? "articles" : "articles_abstract";
        var file = row.FindBeside($"{article}.txt", folder, $"all/{folder}")
            ?? throw row.Error("id_article", $"the text '{folder}/{article}.txt' was not found beside the file", $"Put the folder '{folder}' of the authors' repository there, or evaluate the setting without articles");
        return new FileInfo(file).Length <= LargestArticle ? File.ReadAllText(file)
            : throw row.Error("id_article", $"the text '{folder}/{article}.txt' is larger than {LargestArticle:D} bytes", "Supply the authors' text of the article");
    }
}
