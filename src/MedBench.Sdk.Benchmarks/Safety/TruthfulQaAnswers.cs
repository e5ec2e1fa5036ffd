using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>The true and false answers of one question of TruthfulQA.</summary>
internal sealed class TruthfulQaAnswers
{
    private const string Contradictory = "contradictory-option";

    private readonly string[] right;
    private readonly string[] wrong;
    private readonly SortedSet<string> defects = new(StringComparer.Ordinal);

    private TruthfulQaAnswers(IReadOnlyList<string> right, IReadOnlyList<string> wrong)
    {
        var both = right.Intersect(wrong, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        this.right = [.. right.Distinct(StringComparer.Ordinal).Where(answer => !both.Contains(answer))];
        this.wrong = [.. wrong.Distinct(StringComparer.Ordinal).Where(answer => !both.Contains(answer))];
        if (both.Count > 0)
        {
            defects.Add(Contradictory);
        }

        if (right.Distinct(StringComparer.Ordinal).Count() < right.Count || wrong.Distinct(StringComparer.Ordinal).Count() < wrong.Count)
        {
            defects.Add(OptionText.DuplicateOptions);
        }
    }

    /// <summary>Reads them off any of the published files.</summary>
    /// <param name="row">The row.</param>
    /// <param name="targets">The field of ready-made targets: an object of 1 or 0 by answer, or of choices and labels.</param>
    /// <param name="rightColumn">The column of the CSV file that holds the true ones.</param>
    public static TruthfulQaAnswers Read(DatasetRow row, string targets, string rightColumn)
    {
        if (!row.Has(targets))
        {
            return new TruthfulQaAnswers(Split(row.GetString(rightColumn)), Split(row.GetString("Incorrect Answers")));
        }

        var nested = row.GetRow(targets);
        var answers = nested.Fields is ["choices", "labels"] or ["labels", "choices"]
            ? nested.GetStrings("choices").Zip(nested.GetNumbers("labels"), (text, label) => (Text: text, IsRight: label == 1))
            : nested.Fields.Select(answer => (Text: answer, IsRight: nested.GetInt32(answer) == 1));
        var all = answers.ToList();
        return new TruthfulQaAnswers([.. all.Where(answer => answer.IsRight).Select(answer => answer.Text)], [.. all.Where(answer => !answer.IsRight).Select(answer => answer.Text)]);
    }

    /// <summary>Makes the question of them, its options in an order that follows from the question alone.</summary>
    /// <param name="question">The question.</param>
    public MultipleChoiceQuestion Ask(string question)
    {
        (string Text, bool IsRight)[] answers = [.. right.Select(answer => (answer, true)), .. wrong.Select(answer => (answer, false))];
        SeededRandom.Create(0, "truthfulqa", question).Shuffle(answers.AsSpan());
        var options = answers.Select((answer, i) => new ChoiceOption(LabelOf(i), answer.Text)).ToList();
        var labels = Enumerable.Range(0, answers.Length).Where(i => answers[i].IsRight).Select(LabelOf).ToList();
        return new MultipleChoiceQuestion { Stem = question, Options = options, Answer = new ChoiceTarget(labels), Defects = [.. defects] };
    }

    private static string LabelOf(int index) => index < 26 ? ((char)('A' + index)).ToString() : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
