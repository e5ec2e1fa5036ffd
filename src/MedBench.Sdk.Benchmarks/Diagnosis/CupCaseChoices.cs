namespace MedBench.Benchmarks;

/// <summary>Makes a question with four options of a case of CUPCase, its options in an order that follows from the case's id.</summary>
internal static class CupCaseChoices
{
    private static readonly string[] Labels = ["A", "B", "C", "D"];

    private static readonly string[][] Distractors = [["distractor2", "distractor3", "distractor4"], ["distractor1", "distractor2", "distractor3"]];

    public static Sample Map(DatasetRow row, string split)
    {
        var found = CupCaseRow.Read(row, split);
        var columns = Array.Find(Distractors, columns => Array.TrueForAll(columns, row.Has)) ?? Distractors[0];
        string[] texts = [found.Diagnosis, .. columns.Select(row.GetString)];
        int[] order = [0, 1, 2, 3];
        SeededRandom.Create(0, "cupcase", found.Id).Shuffle(order.AsSpan());
        ChoiceOption[] options = [.. order.Select((from, place) => new ChoiceOption(Labels[place], texts[from]))];
        var right = Labels[Array.IndexOf(order, 0)];
        string[] equal = [.. options.Where(option => option.Label != right && IsEqual(option.Text, found.Diagnosis)).Select(option => option.Label)];
        return new Sample
        {
            Input = new SampleInput { Id = found.Id, Stem = found.Case, Options = options },
            Target = new ChoiceTarget(right) { Alternatives = [.. equal.Select(label => new[] { label })] },
            Tags = found.Tags,
            Defects = equal.Length == 0 ? [] : ["equal-option"],
        };
    }

    private static bool IsEqual(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
