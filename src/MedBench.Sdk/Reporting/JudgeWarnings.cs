namespace MedBench.Running;

/// <summary>Finds judges whose verdicts are to be read with suspicion.</summary>
/// <remarks>Judges favour what they wrote themselves: Panickssery, Bowman and Feng, LLM Evaluators Recognize and Favor Their Own Generations, arXiv 2404.13076.</remarks>
internal static class JudgeWarnings
{
    public static IReadOnlyList<string> Find(RunManifest manifest, IReadOnlyList<CellSummary> cells)
    {
        var warnings = new List<string>();
        foreach (var judge in manifest.Roles.Where(role => IsJudge(role.Key)).Select(role => role.Value))
        {
            warnings.AddRange(cells.GroupBy(cell => cell.Model, StringComparer.Ordinal).Select(rows => Compare(judge, rows.Key, rows.SelectMany(row => row.ReportedModels))).OfType<string>());
        }

        if (manifest.JudgeCard is { IsPassed: false } card)
        {
            warnings.Add($"The judge '{card.Judge}' did not pass its qualification: {string.Join(", ", card.Probes.Where(probe => !probe.IsPassed).Select(probe => probe.Name))}.");
        }

        return [.. warnings.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsJudge(string role) => role == ModelRole.Judge || role.StartsWith(ModelRole.Judge + "-", StringComparison.Ordinal);

    private static string? Compare(string judge, string subject, IEnumerable<string> reported)
    {
        var ids = reported.Prepend(subject).Select(LastPart).ToList();
        return ids.Contains(LastPart(judge), StringComparer.OrdinalIgnoreCase)
            ? $"The judge '{judge}' is the model under evaluation '{subject}': a judge favours its own answers. Choose another judge."
            : ids.Exists(id => Family(id) is { Length: > 0 } family && family.Equals(Family(LastPart(judge)), StringComparison.OrdinalIgnoreCase))
                ? $"The judge '{judge}' and the model under evaluation '{subject}' seem to be of one family: a judge favours answers like its own. Choose a judge of another family, or show that it is fair."
                : null;
    }

    private static string LastPart(string id) => id[(id.LastIndexOf('/') + 1)..];

    /// <summary>Returns the letters at the start of an id: <c>gpt</c> of <c>gpt-4.1-mini</c>, <c>Qwen</c> of <c>Qwen3-32B</c>.</summary>
    private static string Family(string id) => id[..id.TakeWhile(char.IsAsciiLetter).Count()];
}
