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
        Option<string?> dataset = new("--dataset") { Description = "The file of your own questions that the run evaluated: it and its prompts go into the bundle, and whoever receives that can read them.", HelpName = "FILE" };
        Option<bool> without = new("--without-data") { Description = "Leave the data out; its files stand by their hashes." };
        Option<bool> restricted = new("--allow-restricted-data") { Description = "Bundle a run of a restricted benchmark; your data agreement must cover whoever receives the file." };
        var command = new Command("bundle", "Puts a finished run into one file that can be verified and replayed.") { folder, output, data, dataset, without, restricted };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            var begun = RunArguments.FromAbout(RunReader.ReadAbout(path), path);
            var (cards, own) = (RunReader.ReadCards(path), parsed.GetValue(dataset));
            if (own is not null && (begun.Dataset is null || parsed.GetValue(without)))
            {
                throw new ArgumentException(begun.Dataset is null ? $"The run in '{path}' is not of questions of your own. Leave out --dataset." : "--dataset puts the file into the bundle, and --without-data leaves it out. Choose one.");
            }

            using var bundle = ReplayBundle.Create(path, parsed.GetRequiredValue(output), new ReplayBundleOptions
            {
                Data = parsed.GetValue(without) ? new Dictionary<string, IDatasetSource>() : Sources(begun, parsed.GetValue(data) is { Length: > 0 } named ? named : begun.Data, own, cards),
                Shareable = own is null ? [] : [.. cards.Select(card => card.Id)],
                ExemplarBankPath = begun.ExemplarBank,
                AllowRestrictedData = parsed.GetValue(restricted),
                Secrets = begun.ApiKeyVariable is { } variable && Environment.GetEnvironmentVariable(variable) is { Length: >= 8 } key ? [key] : [],
            });
            Write(bundle);
            if (begun.Dataset is not null && own is null)
            {
                Console.Error.WriteLine("The questions are your own: the file and its prompts stand in the bundle by their hashes, and a replay needs the file. Add --dataset FILE if whoever receives the bundle may read them.");
            }

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

    /// <summary>Finds the data; a file of the user's own is only where they name it anew.</summary>
    private static Dictionary<string, IDatasetSource> Sources(RunArguments begun, IReadOnlyList<string> data, string? own, IReadOnlyList<BenchmarkCard> cards)
    {
        var sources = new Dictionary<string, IDatasetSource>(StringComparer.Ordinal);
        foreach (var card in cards)
        {
            if ((begun.Dataset is not null ? own is null ? null : OwnQuestions.FindSource(own, data)
                : data.Count > 0 ? DatasetSource.Parse(data, begun.Split ?? card.EvaluationSplit.Name) : FetchedData.Find(begun.Subset?.Benchmark ?? card.Id)) is { } source)
            {
                sources.Add(card.Id, source);
            }
        }

        return sources;
    }
}
