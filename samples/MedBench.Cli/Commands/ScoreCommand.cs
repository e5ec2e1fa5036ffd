using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench score</c>: reads the answers off recorded replies.</summary>
internal static class ScoreCommand
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Command Create(CancellationToken cancellationToken)
    {
        Option<string> input = new("--input") { Description = "Lines of {\"id\", \"choices\":[…], \"response\", \"gold\"?}; choices are labelled A, B, …", Required = true, HelpName = "FILE.jsonl" };
        Option<string> output = new("--output") { Description = "Lines of {\"id\", \"answer\", \"outcome\"}, in the same order.", Required = true, HelpName = "FILE.jsonl" };
        var command = new Command("score", "Reads answers off recorded replies and scores them.") { input, output };
        command.SetAction((parsed, _) => ScoreAsync(parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> ScoreAsync(string input, string output, CancellationToken cancellationToken)
    {
        var file = new DatasetFile(input, () => new FileStream(input, FileMode.Open, FileAccess.Read));
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await WholeFile.WriteAsync(output, async stream =>
        {
            var extractor = new ChoiceExtractor();
            await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Format = DatasetFormat.JsonLines }, cancellationToken))
            {
                var outcome = Score(stream, row, extractor);
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            }
        });
        Console.Error.WriteLine($"{counts.Values.Sum()} replies: {string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"))}");
        return ExitCode.Done;
    }

    private static string Score(Stream stream, DatasetRow row, ChoiceExtractor extractor)
    {
        if (!row.TryGetId("id", out var id))
        {
            throw row.Error("id", "the field is missing", "Give every line an id");
        }

        var choices = row.GetStrings("choices").Select((text, i) => new ChoiceOption(Label(row, i), text)).ToList();
        if (choices.Count == 0)
        {
            throw row.Error("choices", "the list is empty", "Give the texts of the choices in the order of their labels");
        }

        var extraction = extractor.Extract(row.GetString("response"), choices);
        var outcome = Judge(extraction, Gold(row, choices));
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            if (row.IsNumber("id"))
            {
                json.WriteRawValue(id);
            }
            else
            {
                json.WriteStringValue(id);
            }

            json.WriteString("answer", extraction.Label);
            json.WriteString("outcome", outcome);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return outcome;
    }

    private static string Label(DatasetRow row, int index)
        => index < 26 ? ((char)('A' + index)).ToString() : throw row.Error("choices", "there are more than 26 choices", "Split the question, or leave it out");

    private static string? Gold(DatasetRow row, List<ChoiceOption> choices)
    {
        if (!row.Has("gold"))
        {
            return null;
        }

        var gold = row.GetString("gold");
        return choices.Exists(choice => choice.Label == gold)
            ? gold
            : throw row.Error("gold", $"'{gold}' is not one of the labels {string.Join(", ", choices.Select(choice => choice.Label))}", "Give the letter of the right choice, or leave the field out");
    }

    private static string Judge(ChoiceExtraction extraction, string? gold) => extraction.Status switch
    {
        ExtractionStatus.Abstained => "abstained",
        ExtractionStatus.Refused => "refused",
        ExtractionStatus.Unparsed => "unparsed",
        _ when gold is null => "answered",
        _ => extraction.Label == gold ? "correct" : "incorrect",
    };
}
