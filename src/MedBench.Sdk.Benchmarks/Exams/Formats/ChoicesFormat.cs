namespace MedBench.Benchmarks;

/// <summary>Records with a list of <c>choices</c>: cais/mmlu (<c>answer</c> a position from 0) and the bigbio_qa schema (<c>answer</c> a list with the right text).</summary>
internal sealed class ChoicesFormat : QuestionFormat
{
    public override string Layout => "question, choices (a list) and answer (a position from 0, or the right text)";

    public override bool Fits(DatasetRow row) => row.Has("question") && row.Has("choices") && row.Has("answer");

    public override MultipleChoiceQuestion Map(DatasetRow row)
    {
        var texts = row.GetStrings("choices");
        var options = Labelled(texts);
        return Create(row, row.GetString("question"), options, row.IsNumber("answer") ? LabelAt(options, row.GetInt32("answer")) : Find(row, texts));
    }

    private static string Find(DatasetRow row, IReadOnlyList<string> texts)
    {
        if (row.GetStrings("answer") is not [var answer])
        {
            throw row.Error("answer", "there is not exactly one answer", "Correct the value");
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] == answer)
            {
                return Letter(i);
            }
        }

        throw row.Error("answer", "the text is not among the choices", "Correct the value");
    }
}
