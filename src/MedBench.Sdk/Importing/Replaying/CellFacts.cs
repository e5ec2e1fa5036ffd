namespace MedBench;

/// <summary>What the records of a row have in common, noted as they pass.</summary>
internal sealed class CellFacts
{
    private readonly Dictionary<string, bool> metrics = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private int records;
    private int choices;
    private int withoutGold;
    private int severalGolds;
    private int failures;
    private int wholeTexts;

    /// <summary>Gets the metrics of which the harness recorded a value, in the order in which they were met.</summary>
    public IReadOnlyList<string> Metrics => order;

    public bool HasLikelihoods { get; private set; }

    /// <summary>Gets whether the harness recorded which answer it read.</summary>
    public bool HasAnswers { get; private set; }

    public bool HasChoices => choices > 0;

    /// <summary>Gets whether every sample asks for one option, and says which.</summary>
    public bool IsPlainChoice => choices == records && withoutGold == 0 && severalGolds == 0;

    /// <summary>Gets whether every sample asks for a text, and gives one that is right.</summary>
    public bool IsPlainText => choices == 0 && withoutGold == 0;

    /// <summary>Gets whether a metric is never anything but 0 or 1.</summary>
    public bool IsBinary(string metric) => metrics[metric];

    public void Note(ImportedRecord record)
    {
        foreach (var (metric, value) in record.Scores)
        {
            if (!metrics.TryGetValue(metric, out var isBinary))
            {
                order.Add(metric);
                isBinary = true;
            }

            metrics[metric] = isBinary && value is 0 or 1;
        }

        if (record.IsFurther)
        {
            return;
        }

        records++;
        choices += record.Options.Count > 0 ? 1 : 0;
        withoutGold += record.Gold.Count == 0 ? 1 : 0;
        severalGolds += record.Options.Count > 0 && record.Gold.Count > 1 ? 1 : 0;
        failures += record.Error is null ? 0 : 1;
        wholeTexts += record is { Options.Count: 0, Gold.Count: > 0, Continuations.Count: 0, Error: null, Answer: null } ? 1 : 0;
        HasLikelihoods |= record.LogLikelihoods.Count > 0;
        HasAnswers |= record.Answer is not null && record.Options.Count > 0;
    }

    public IReadOnlyList<string> Describe()
    {
        var remarks = new List<string>();
        if (withoutGold > 0)
        {
            remarks.Add(FormattableString.Invariant($"{withoutGold} of {records} records do not say what is right; they are not scored."));
        }

        if (failures > 0)
        {
            remarks.Add(FormattableString.Invariant($"{failures} of {records} records hold no reply; they count as failed."));
        }

        if (wholeTexts > 0)
        {
            remarks.Add(FormattableString.Invariant($"{wholeTexts} of {records} records do not hold the text that the harness read off the reply; the whole reply is compared with what is right."));
        }

        return remarks;
    }
}
