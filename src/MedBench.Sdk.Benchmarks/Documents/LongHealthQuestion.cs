namespace MedBench.Benchmarks;

/// <summary>One question about a patient.</summary>
internal sealed record LongHealthQuestion
{
    private const string Labels = "ABCDE";

    public required string Number { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<ChoiceOption> Options { get; init; }

    /// <summary>Gets the label of the right option.</summary>
    public required string Answer { get; init; }

    /// <summary>Gets the names of the documents that hold the answer.</summary>
    public required IReadOnlyList<string> Locations { get; init; }

    public IReadOnlyList<string> Defects { get; init; } = [];

    public static LongHealthQuestion Read(DatasetRow row, int index)
    {
        ChoiceOption[] options = [.. Labels.Select(label => new ChoiceOption(label.ToString(), row.GetString($"answer_{char.ToLowerInvariant(label)}")))];
        var correct = row.GetString("correct");
        var exact = Array.Find(options, option => option.Text == correct);
        var right = exact ?? FindLoosely(options, correct) ?? throw row.Error("correct", $"the right answer of question {index + 1} is none of its options", "Correct the record");
        return new LongHealthQuestion
        {
            Number = row.TryGetId("No", out var number) ? number : FormattableString.Invariant($"{index}"),
            Text = row.GetString("question"),
            Options = options,
            Answer = right.Label,
            Locations = row.Has("answer_location") ? row.GetRow("answer_location").Fields : [],
            Defects = exact is null ? ["answer-spelled-otherwise"] : [],
        };
    }

    /// <summary>Finds the only option that is the text but for white space and capitals, or holds it.</summary>
    private static ChoiceOption? FindLoosely(ChoiceOption[] options, string correct)
    {
        var wanted = correct.Trim();
        var equal = Array.FindAll(options, option => string.Equals(option.Text.Trim(), wanted, StringComparison.OrdinalIgnoreCase));
        var found = equal.Length > 0 || wanted.Length == 0 ? equal : Array.FindAll(options, option => option.Text.Contains(wanted, StringComparison.OrdinalIgnoreCase));
        return found.Length == 1 ? found[0] : null;
    }
}
