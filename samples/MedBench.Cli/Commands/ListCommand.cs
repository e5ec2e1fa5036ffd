using System.CommandLine;
using MedBench.Benchmarks;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench list</c>.</summary>
internal static class ListCommand
{
    private static readonly OrderedDictionary<string, Func<IEnumerable<(string Id, string Text)>>> Kinds = new()
    {
        ["benchmarks"] = () => BenchmarkTable.Rows(MedBenchCatalog.All.Benchmarks.Select(benchmark => benchmark.Card)),
        ["strategies"] = () => MedBenchCatalog.All.Strategies.Select(strategy => (strategy.Info.Id, strategy.Info.Description)),
        ["protocols"] = () => PublishedProtocols.All.SelectMany(Describe),
        ["recipes"] = () => Recipes.All.Select(recipe => (recipe.Id, recipe.Title)),
        ["scorers"] = () => MedBenchCatalog.All.Scorers.Select(scorer => (scorer.Info.Id, scorer.Info.Metric)),
    };

    public static Command Create()
    {
        Argument<string?> kind = new("kind") { Description = $"What to list: {string.Join(", ", Kinds.Keys)}; all by default.", Arity = ArgumentArity.ZeroOrOne };
        kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        var command = new Command("list", "Lists benchmarks, strategies, published protocols and scorers.") { kind };
        command.SetAction(parsed =>
        {
            foreach (var (name, rows) in Kinds)
            {
                if (parsed.GetValue(kind) is null || parsed.GetValue(kind) == name)
                {
                    Write(name, rows());
                }
            }
        });
        return command;
    }

    private static IEnumerable<(string Id, string Text)> Describe(PublishedProtocol protocol)
        => protocol.Tasks.SelectMany(task => task.Benchmarks.Select(benchmark => (benchmark, task))).GroupBy(pair => pair.benchmark, pair => pair.task)
            .GroupBy(tasks => string.Join(", ", tasks.Select(task => task.Form)), tasks => tasks.Key)
            .Select((group, i) => (i == 0 ? protocol.Id : "", $"{string.Join(", ", group)} ({group.Key})"));

    private static void Write(string kind, IEnumerable<(string Id, string Text)> rows)
    {
        Console.WriteLine(char.ToUpperInvariant(kind[0]) + kind[1..]);
        foreach (var (id, text) in rows)
        {
            Console.WriteLine($"  {id,-28} {text}");
        }
    }
}
