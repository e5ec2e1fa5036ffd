using System.CommandLine;
using System.Globalization;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench subset</c>: chooses the hard questions by the answers of several models.</summary>
internal static class SubsetCommand
{
    public static Command Create()
    {
        Argument<string[]> runs = new("runs") { Description = "The folders of finished runs of several models over the same questions.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--out") { Description = "The file to write; the subset is named after it.", Required = true, HelpName = "FILE.json" };
        Option<string?> benchmark = new("--benchmark") { Description = "Id of the benchmark, where the runs have several in common.", HelpName = "ID" };
        Option<double> below = new("--below") { Description = "A question is hard where a smaller share of the answers is right, from 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => 0.5 };
        Option<int> most = new("--most") { Description = "Take this many hard questions at most, the first in the order of the benchmark.", HelpName = "N", DefaultValueFactory = _ => 100 };
        Option<int> fewest = new("--fewest-answers") { Description = "How many answers a question needs to be judged by; every model and strategy gives one.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var command = new Command("subset", "Chooses the questions that most models got wrong, by default as MedAgentsBench does, for 'medbench run --subset'.") { runs, output, benchmark, below, most, fewest };
        Bounds.Set(below, 0, 1);
        Bounds.Set(most, 1);
        Bounds.Set(fewest, 1);
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetRequiredValue(output);
            var rule = new HardSubset { Below = parsed.GetValue(below), Most = parsed.GetValue(most), FewestAnswers = parsed.GetValue(fewest) };
            var choice = new SubsetChoice(parsed.GetRequiredValue(runs), parsed.GetValue(benchmark));
            var subset = choice.Choose(rule, NameOf(path, choice.Benchmark));
            await WholeFile.WriteAsync(path, stream => stream.WriteAsync(subset.ToUtf8()).AsTask());
            var hard = (rule with { Most = null }).Choose(choice.Items).Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subset.Id}: {subset.Ids.Count} of the {hard} hard questions among {choice.Items.Count} of {subset.Benchmark}/{subset.Split}"));
            Console.WriteLine(subset.Rule);
            Console.WriteLine($"evaluate it: medbench run --subset {path}");
            return ExitCode.Done;
        });
        return command;
    }

    private static string NameOf(string path, string benchmark)
    {
        var id = KebabCase.Of(path, "subset");
        return id != benchmark && MedBenchCatalog.All.Benchmarks.All(known => known.Card.Id != id) ? id
            : throw new ArgumentException($"The subset is named after its file, and '{id}' is a whole benchmark. Choose another name, for instance --out {benchmark}-hard.json.");
    }
}
