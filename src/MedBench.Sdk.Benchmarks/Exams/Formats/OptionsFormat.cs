namespace MedBench.Benchmarks;

/// <summary>MedQA as its authors, GBaker and bigbio (source schema) publish it, and plain files of that kind: <c>question</c>, <c>options</c>, <c>answer_idx</c>.</summary>
/// <param name="readsSubject">Whether the set's <c>subject</c> may be shown.</param>
internal sealed class OptionsFormat(bool readsSubject = false) : QuestionFormat
{
    private readonly TagCache tags = new();

    public override string Layout => "question, options (an object or a list) and answer_idx (a letter, or a position from 0)";

    public override bool Fits(DatasetRow row) => row.Has("question") && row.Has("options") && row.Has("answer_idx");

    public override MultipleChoiceQuestion Map(DatasetRow row)
    {
        var options = row.GetOptions("options");
        var answer = row.IsNumber("answer_idx") && !HasNumbers(options) ? LabelAt(options, row.GetInt32("answer_idx"))
            : row.TryGetId("answer_idx", out var label) ? label.Trim()
            : row.GetString("answer_idx");
        var subject = readsSubject ? TextOf(row, "subject") : null;
        return Create(row, row.GetString("question"), options, answer) with
        {
            Subject = subject,
            Rationale = TextOf(row, "explanation"),
            Tags = tags.Get("step", TextOf(row, "meta_info"), "subject", subject),
        };
    }

    /// <summary>Where the labels themselves are numbers, a number names a label and not a position.</summary>
    private static bool HasNumbers(IReadOnlyList<ChoiceOption> options) => options.Count > 0 && options[0].Label is [>= '0' and <= '9', ..];
}
