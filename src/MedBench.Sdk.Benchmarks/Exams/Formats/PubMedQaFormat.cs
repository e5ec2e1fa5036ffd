namespace MedBench.Benchmarks;

/// <summary>PubMedQA: the original JSON object keyed by PMID, and the flattened records of Hugging Face.</summary>
internal sealed class PubMedQaFormat : QuestionFormat
{
    private static readonly ChoiceOption[] Options = [new("A", "yes"), new("B", "no"), new("C", "maybe")];

    public override string Layout => "QUESTION, CONTEXTS and final_decision by PMID, or pubid, question, context and final_decision";

    public override bool Fits(DatasetRow row) => IsPubMedQa(row);

    public static bool IsPubMedQa(DatasetRow row) => row.Has("CONTEXTS") || (row.Has("pubid") && row.Has("context"));

    /// <summary>Returns the PMID.</summary>
    public static string PmidOf(DatasetRow row)
        => row.TryGetId("pubid", out var id) ? id : row.Key ?? throw row.Error("pubid", "the record has no PMID", "Name a file keyed by PMID, or one with the field pubid");

    public override MultipleChoiceQuestion Map(DatasetRow row)
    {
        var isOriginal = row.Has("CONTEXTS");
        var body = isOriginal ? row : row.GetRow("context");
        var decision = row.GetString("final_decision").Trim();
        var option = Array.Find(Options, option => string.Equals(option.Text, decision, StringComparison.OrdinalIgnoreCase))
            ?? throw row.Error("final_decision", $"'{decision}' is none of yes, no and maybe", "Correct the value");
        return new MultipleChoiceQuestion
        {
            Id = PmidOf(row),
            Stem = row.GetString(isOriginal ? "QUESTION" : "question"),
            Options = Options,
            Answer = option.Label,
            Context = isOriginal ? Sections(body, "CONTEXTS", "LABELS") : Sections(body, "contexts", "labels"),
            Rationale = TextOf(row, isOriginal ? "LONG_ANSWER" : "long_answer"),
        };
    }

    private static ContextSection[] Sections(DatasetRow row, string texts, string labels)
    {
        var names = row.Has(labels) ? row.GetStrings(labels) : [];
        return [.. row.GetStrings(texts).Select((text, i) => new ContextSection(i < names.Count ? names[i] : null, text))];
    }
}
