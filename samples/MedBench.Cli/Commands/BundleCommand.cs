using System.CommandLine;
using System.Globalization;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench bundle</c>.</summary>
internal static class BundleCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "The run folder." };
        Option<string> output = new("--out") { Description = "The file to write, usually NAME.medbench.", Required = true, HelpName = "FILE" };
        Option<string[]> data = new("--data") { Description = "Where the data of the run is now, as in 'medbench run'; as the run was begun by default, or what was fetched for it.", HelpName = "FOLDER | SPLIT=FILE" };
        Option<bool> without = new("--without-data") { Description = "Leave the data out; its files stand by their hashes." };
        Option<bool> restricted = new("--allow-restricted-data") { Description = "Bundle a run of a restricted benchmark; your data agreement must cover whoever receives the file." };
        var command = new Command("bundle", "Puts a finished run into one file that can be verified and replayed.") { folder, output, data, without, restricted };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            var begun = RunArguments.FromAbout(RunReader.ReadAbout(path), path);
            using var bundle = ReplayBundle.Create(path, parsed.GetRequiredValue(output), new ReplayBundleOptions
            {
                Data = parsed.GetValue(without) ? new Dictionary<string, IDatasetSource>() : Sources(begun, parsed.GetValue(data) is { Length: > 0 } named ? named : begun.Data, RunReader.ReadCards(path)),
                ExemplarBankPath = begun.ExemplarBank,
                AllowRestrictedData = parsed.GetValue(restricted),
                Secrets = begun.ApiKeyVariable is { } variable && Environment.GetEnvironmentVariable(variable) is { Length: >= 8 } key ? [key] : [],
            });
            Write(bundle);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Writes what a bundle holds, the digest first.</summary>
    public static void Write(ReplayBundle bundle)
    {
        Console.WriteLine($"digest {bundle.Digest}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bundle.Total} samples of {string.Join(", ", bundle.Cards.Select(card => card.Id))}, {bundle.Failed} failed, {bundle.Unrecorded} without a recorded reply"));
        foreach (var file in bundle.Data)
        {
            Console.WriteLine($"  {(file.IsIncluded ? "with" : "without")} {file.Benchmark}/{file.Split}: {file.Name}");
        }
    }

    private static Dictionary<string, IDatasetSource> Sources(RunArguments begun, IReadOnlyList<string> data, IReadOnlyList<BenchmarkCard> cards)
    {
        var sources = new Dictionary<string, IDatasetSource>(StringComparer.Ordinal);
        foreach (var card in cards)
        {
            if ((data.Count > 0 ? DatasetSource.Parse(data, begun.Split ?? card.EvaluationSplit.Name) : FetchedData.Find(begun.Subset?.Benchmark ?? card.Id)) is { } source)
            {
                sources.Add(card.Id, source);
            }
        }

        return sources;
    }
}
