namespace MedBench.Benchmarks;

/// <summary>MMLU as its authors publish it: <c>question</c>, <c>A</c> … <c>D</c>, <c>answer</c> as a letter.</summary>
internal sealed class LettersFormat : QuestionFormat
{
    /// <summary>The columns of the original files, which have no header.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["question", "A", "B", "C", "D", "answer"];

    public override string Layout => "question, A, B, C, D and answer (a letter)";

    public override bool Fits(DatasetRow row) => row.Has("question") && row.Has("A") && row.Has("B") && row.Has("answer");

    public override MultipleChoiceQuestion Map(DatasetRow row)
    {
        var options = new List<ChoiceOption>(4);
        for (var letter = Letter(0); options.Count < 26 && row.Has(letter); letter = Letter(options.Count))
        {
            options.Add(new ChoiceOption(letter, row.GetString(letter)));
        }

        return Create(row, row.GetString("question"), options, row.GetString("answer").Trim());
    }
}
