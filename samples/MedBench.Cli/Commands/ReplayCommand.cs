using System.CommandLine;
using System.Globalization;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench replay</c>.</summary>
internal static class ReplayCommand
{
    private const int ShownDifferences = 20;

    public static Command Create(CancellationToken cancellationToken)
    {
        Argument<string> file = new("file") { Description = "The bundle." };
        Option<string?> digest = new("--digest") { Description = "The digest that the bundle must have.", HelpName = "HEX" };
        Option<string[]> data = new("--data") { Description = "Data that is not in the bundle, as in 'medbench run'.", HelpName = "FOLDER | SPLIT=FILE" };
        Option<string?> dataset = new("--dataset") { Description = "The file of your own questions, where it is not in the bundle.", HelpName = "FILE" };
        Option<string?> harm = new("--harm-weights") { Description = "The file with weights that the run was begun with, where it was.", HelpName = "FILE" };
        var command = new Command("replay", "Runs a bundle again without any model and compares every result.") { file, digest, data, dataset, harm };
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetRequiredValue(file);
            using var bundle = ReplayBundle.Open(path, parsed.GetValue(digest));
            var begun = RunArguments.FromAbout(bundle.About, path) with { Data = parsed.GetValue(data) ?? [], Dataset = parsed.GetValue(dataset), HarmWeights = parsed.GetValue(harm) };
            if (begun is { DatasetId: { } own, Dataset: null, Data.Count: 0 } && bundle.Data.FirstOrDefault(part => part.Benchmark == own && !part.IsIncluded) is { } missing)
            {
                throw new ArgumentException($"The questions of '{own}' are somebody's own and not in '{path}'. Name their file: --dataset {missing.Name}");
            }

            var replay = await bundle.ReplayAsync(bundle.CreatePlan(RunPlan.CreateSelections(begun, begun.Data.Count > 0 || begun.Dataset is not null), []), cancellationToken);
            Write(replay);
            return replay.IsIdentical ? ExitCode.Done : ExitCode.Worse;
        });
        return command;
    }

    private static void Write(ReplayResult replay)
    {
        SummaryTable.Write(Console.Out, replay.Summary);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{replay.Samples} results compared, {replay.Unrecorded} of them taken as they were: {(replay.IsIdentical ? "identical" : $"{replay.DifferenceCount} differences")}"));
        foreach (var line in replay.PlanDifferences.Select(difference => $"  plan: {difference}").Concat(replay.Differences.Take(ShownDifferences).Select(difference => $"  {difference}")))
        {
            Console.WriteLine(Terminal.Strip(line));
        }

        if (replay.DifferenceCount > ShownDifferences)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {replay.DifferenceCount - ShownDifferences} more"));
        }
    }
}
