using System.Globalization;
using System.Text;
using MedBench.Statistics;

namespace MedBench.Reporting;

/// <summary>How a report spells numbers and names.</summary>
internal static class ReportText
{
    public const string Nothing = "–";

    public static string Percent(double? value) => value is { } number && double.IsFinite(number) ? Format($"{100 * number:F1} %") : Nothing;

    /// <summary>Spells a share at an axis, as briefly as it can be.</summary>
    public static string Tick(double value) => Format($"{100 * value:0.#} %");

    /// <summary>Spells a score of a row or of one of its groups, which are withheld together.</summary>
    public static string Estimate(Interval? score, CellSummary cell) => cell.Withheld is null ? Percent(score?.Estimate) : "withheld";

    /// <summary>Spells the ends of an interval in percent; a cluster alone has an interval without ends.</summary>
    public static string Range(Interval? interval) => interval switch
    {
        null => Nothing,
        { } value when double.IsFinite(value.Lower) && double.IsFinite(value.Upper) => Format($"{100 * value.Lower:F1} to {100 * value.Upper:F1}"),
        _ => "unbounded",
    };

    /// <summary>Spells a number that need not be a share.</summary>
    public static string Value(double value) => double.IsFinite(value) ? Format($"{value:F3}") : Nothing;

    public static string ValueRange(Interval interval)
        => double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? $"{Value(interval.Lower)} to {Value(interval.Upper)}" : "unbounded";

    public static string Points(double value) => Format($"{100 * value:+0.0;-0.0;0.0}");

    public static string PointRange(Interval interval)
        => double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? $"{Points(interval.Lower)} to {Points(interval.Upper)}" : "unbounded";

    public static string Probability(double? value) => value switch
    {
        null => Nothing,
        < 0.001 => "< 0.001",
        { } number => Format($"{number:F3}"),
    };

    public static string Count(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\u202F') ?? Nothing;

    public static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    public static string Name(AccessTier tier) => tier switch
    {
        AccessTier.Open => "open: anyone",
        AccessTier.Gated => "gated: whoever accepts its owner's terms",
        _ => "restricted: credentialed users under an agreement",
    };

    /// <summary>Cuts a text that is longer than a number of columns, in which wide scripts take two each.</summary>
    public static string Cut(string text, int columns)
    {
        var (used, last) = (0, 0);
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Value >= 0x1100 ? 2 : 1;
            if (used > columns)
            {
                return kept.ToString(0, last).TrimEnd() + "…";
            }

            last = kept.Length;
            kept.Append(rune);
        }

        return kept.ToString();
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
