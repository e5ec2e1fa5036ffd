using System.CommandLine;
using System.Globalization;
using MedBench.Statistics;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench compare</c>.</summary>
internal static class CompareCommand
{
    private const int ShownFlips = 20;

    public static Command Create()
    {
        Argument<string> first = new("first") { Description = "The run folder to compare with." };
        Argument<string> second = new("second") { Description = "The run folder that is compared." };
        var command = new Command("compare", "Compares two runs sample by sample.") { first, second };
        command.SetAction(parsed =>
        {
            var comparisons = RunComparison.Compare(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            foreach (var comparison in comparisons)
            {
                Write(comparison);
            }

            return comparisons.All(comparison => comparison.Difference is not null) ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }

    private static void Write(RunComparison comparison)
    {
        var (first, second) = (comparison.First, comparison.Second);
        Say($"{first.Benchmark}: {first.Strategy} / {first.Model}  →  {second.Strategy} / {second.Model}");
        if (comparison.Difference is { } difference)
        {
            WriteDifference(first, second, difference);
        }
        else if (comparison.Unscored is { } reason)
        {
            Say($"  no difference can be told: {reason}");
            return;
        }
        else
        {
            Say($"  the difference is withheld");
            WriteWithheld("first", first);
            WriteWithheld("second", second);
        }

        Say($"  same requests: {100 * comparison.SameRequests:F1} %");
        WriteParts(comparison);
        WriteFlips("gained", comparison.Gained);
        WriteFlips("lost", comparison.Lost);
    }

    private static void WriteDifference(CellSummary first, CellSummary second, PairedComparison difference)
    {
        Say($"  {100 * first.Score?.Estimate:F1} % → {100 * second.Score?.Estimate:F1} %, difference {100 * difference.Difference.Estimate:+0.0;-0.0;0.0} points ({Describe(difference.Difference)}; {difference.Pairs} samples)");
        if (difference.PValue is { } p)
        {
            Say($"  {difference.Test} p = {p:0.####}: {difference.Gained} gained, {difference.Lost} lost");
        }
    }

    private static void WriteParts(RunComparison comparison)
    {
        if (comparison.Gap is not { } gap)
        {
            return;
        }

        Say($"  where the {100 * gap:+0.0;-0.0;0.0} points come from:");
        foreach (var part in comparison.Parts)
        {
            var interval = part.Part.Lower == part.Part.Upper || !IsBounded(part.Part) ? "" : $" ({Range(part.Part)})";
            Say($"    {100 * part.Part.Estimate,+6:+0.0;-0.0;0.0}{interval}  {Describe(part.Factors)}: {part.Samples} samples, {part.Gained} gained, {part.Lost} lost");
        }
    }

    private static string Describe(Interval interval)
        => !IsBounded(interval) ? "no interval: too few samples for one"
            : interval.Lower == interval.Upper ? $"no spread: {interval.Method}"
            : $"95 % interval {Range(interval)}, {interval.Method}";

    private static bool IsBounded(Interval interval) => double.IsFinite(interval.Upper - interval.Lower);

    private static string Range(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{100 * interval.Lower:+0.0;-0.0;0.0} to {100 * interval.Upper:+0.0;-0.0;0.0}");

    private static string Describe(DifferenceFactors factors)
        => factors == DifferenceFactors.None ? "nothing differs" : factors.ToString().ToLowerInvariant().Replace(", ", " + ", StringComparison.Ordinal);

    private static void WriteWithheld(string name, CellSummary cell)
    {
        if (cell.Withheld is not null)
        {
            Say($"  {name}: {cell.Withheld}");
        }
    }

    private static void WriteFlips(string name, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            Say($"  {name}: {string.Join(", ", ids.Take(ShownFlips))}{(ids.Count > ShownFlips ? $" and {ids.Count - ShownFlips} more" : "")}");
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
