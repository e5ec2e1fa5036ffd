namespace MedBench;

/// <summary>One thing that an answer should (or should not) contain.</summary>
/// <param name="Text">The criterion as the judge reads it.</param>
/// <param name="Points">Points when it is met; negative for what must not be there.</param>
/// <param name="Tags">Groups to report by.</param>
public sealed record RubricCriterion(string Text, double Points, IReadOnlyList<string> Tags);
