using System.Buffers;
using System.Globalization;
using System.Text;

namespace MedBench.Benchmarks;

/// <summary>Shows a triage record and asks for a probability; the wording is ours, for the paper asks no language model.</summary>
internal static class EdTriagePrompt
{
    private const string Label = "Probability:";
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    public static TextPrompting Prompting { get; } = new()
    {
        Id = "ed-triage-probability",
        Version = "1",
        Description = "Shows the record line by line and asks for a probability from 0 to 1 on the last line.",
        Compose = static input => TextPrompting.Ask(input, Write(input)),
        Read = static (_, reply) => Read(reply) is { } probability ? new NumberPrediction(probability) { Reply = reply } : new Unanswered(Outcome.Unparsed) { Reply = reply },
    };

    /// <summary>Reads the last probability that stands after its label: a number from 0 to 1, or a percentage.</summary>
    internal static double? Read(string reply)
    {
        var at = reply.LastIndexOf(Label, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = reply.AsSpan(at + Label.Length).TrimStart(" \t*_`~≈");
        rest = rest[..Math.Min(rest.Length, LongestNumber)];
        var length = rest.IndexOfAnyExcept(Digits);
        var digits = (length < 0 ? rest : rest[..length]).TrimEnd('.');
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var isPercent = rest[digits.Length..].TrimStart() is ['%', ..];
        var probability = isPercent ? number / 100 : number;
        return probability is >= 0 and <= 1 ? probability : null;
    }

    private static string Write(SampleInput input)
    {
        var text = new StringBuilder("A patient arrives at an emergency department. The record at triage:\n\n");
        foreach (var section in input.Context)
        {
            text.Append(section.Label).Append(": ").Append(section.Text).Append('\n');
        }

        return text.Append('\n').Append(input.Stem).Append("\n\nState the probability from 0 to 1. End your answer with a line of this form:\nProbability: 0.00").ToString();
    }
}
