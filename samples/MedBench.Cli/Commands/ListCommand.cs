using System.CommandLine;
using System.Globalization;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench list</c>.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists benchmarks, strategies and scorers.");
        command.SetAction(_ =>
        {
            Write("Benchmarks", MedBenchCatalog.All.Benchmarks.Select(benchmark => (benchmark.Card.Id, Describe(benchmark.Card))));
            Write("Strategies", MedBenchCatalog.All.Strategies.Select(strategy => (strategy.Info.Id, strategy.Info.Description)));
            Write("Scorers", MedBenchCatalog.All.Scorers.Select(scorer => (scorer.Info.Id, scorer.Info.Metric)));
        });
        return command;
    }

    private static string Describe(BenchmarkCard card)
        => string.Create(CultureInfo.InvariantCulture, $"{card.Title} ({card.EvaluationSplit.Name}: {card.EvaluationSplit.Count?.ToString("N0", CultureInfo.InvariantCulture) ?? "any number"}; {card.License})");

    private static void Write(string heading, IEnumerable<(string Id, string Text)> rows)
    {
        Console.WriteLine(heading);
        foreach (var (id, text) in rows)
        {
            Console.WriteLine($"  {id,-28} {text}");
        }
    }
}
