using System.CommandLine;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench card</c>: what is known of a benchmark, as a BenchmarkCard.</summary>
internal static class CardCommand
{
    private const string Json = "json";
    private const string Markdown = "md";

    public static Command Create()
    {
        Argument<string> name = new("name") { Description = "Id of a benchmark of 'medbench list'; with --from, name or abbreviation of a card there." };
        Option<string?> from = new("--from") { Description = "Published cards to look the name up in: a file of one, a file with one a line, or a folder.", HelpName = "FILE | FOLDER" };
        Option<string> format = new("--format") { Description = "md: the template's sections; json: the collection's schema.", HelpName = $"{Markdown} | {Json}", DefaultValueFactory = _ => Markdown };
        format.AcceptOnlyFromAmong(Markdown, Json);
        var command = new Command("card", "Prints a benchmark's documentation in the format of BenchmarkCards.") { name, from, format };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(name);
            var card = parsed.GetValue(from) is { } path ? Find(path, wanted) : BenchmarkCardDocument.From(MedBenchCatalog.All.FindBenchmark(wanted));
            if (parsed.GetRequiredValue(format) == Json)
            {
                using var output = Console.OpenStandardOutput();
                card.Write(output);
                output.Write("\n"u8);
            }
            else
            {
                Console.Write(card.ToMarkdown());
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static BenchmarkCardDocument Find(string path, string name)
    {
        var cards = BenchmarkCardDocument.Read(path);
        return cards.FirstOrDefault(card => Is(card.Name, name) || (card.Abbreviation is { } abbreviation && Is(abbreviation, name)))
            ?? throw new ArgumentException($"None of the {cards.Count} cards of '{path}' is called '{name}'. Give a name or an abbreviation as it stands there.");
    }

    private static bool Is(string text, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase);
}
