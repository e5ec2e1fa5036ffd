using System.Globalization;
using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>Reads the doctor's replies, rightly or as the published code does.</summary>
/// <param name="compat">The defects that are reproduced.</param>
internal sealed partial class MediQReading(IReadOnlyList<string> compat)
{
    private const string Punctuation = ",.;@#()?!'/&:$";

    private static readonly (string Words, int Rating)[] Ratings =
    [
        ("very confident", 5), ("somewhat confident", 4), ("neither confident nor unconfident", 3), ("neither confident or unconfident", 3),
        ("somewhat unconfident", 2), ("very unconfident", 1),
    ];

    public string? Choice(string reply, IReadOnlyList<ChoiceOption> options)
        => compat.Contains(MediQCompat.LetterAnywhere) ? PublishedChoice(reply, options) : new ChoiceExtractor().Extract(reply, options).Label;

    /// <summary>Reads YES or NO; what cannot be read is NO, as published.</summary>
    public bool Yes(string reply)
    {
        if (compat.Contains(MediQCompat.YesAnywhere))
        {
            return Without(reply.ToLowerInvariant(), ".,;:").Contains("yes", StringComparison.Ordinal);
        }

        var word = YesOrNo().Match(After(reply, "DECISION:"));
        return word.Success && word.Value.Equals("yes", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a confidence; null where the reply has no weight.</summary>
    public double? Score(string reply, SeededRandom random)
    {
        if (compat.Contains(MediQCompat.DecimalScore))
        {
            return Decimals().Matches(reply) is { Count: > 0 } found ? double.Parse(found[^1].ValueSpan, CultureInfo.InvariantCulture)
                : Math.Round(0.2 + ((random.NextDouble() - random.NextDouble()) * 0.2), 4);
        }

        if (Numbers().Matches(After(reply, "SCORE:")) is not { Count: > 0 } numbers)
        {
            return null;
        }

        var last = numbers[^1].ValueSpan;
        var value = double.Parse(last.TrimEnd("% "), CultureInfo.InvariantCulture) / (last.EndsWith('%') ? 100 : 1);
        return value is >= 0 and <= 1 ? value : null;
    }

    /// <summary>Reads a rating from 1 to 5; null where the reply has no weight.</summary>
    public double? Rating(string reply)
    {
        if (compat.Contains(MediQCompat.RatingAnywhere))
        {
            var text = Without(reply.ToLowerInvariant(), ".,;:");
            return Ratings.FirstOrDefault(rating => text.Contains(rating.Words, StringComparison.Ordinal)).Rating;
        }

        var decision = After(reply, "DECISION:");
        var last = Ratings.MaxBy(rating => decision.LastIndexOf(rating.Words, StringComparison.OrdinalIgnoreCase));
        return decision.Contains(last.Words, StringComparison.OrdinalIgnoreCase) ? last.Rating : null;
    }

    /// <summary>Reads the question that is to be put to the patient; null only as published.</summary>
    public string? Question(string reply)
    {
        string[] lines = [.. reply.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        var asked = Array.FindLast(lines, line => line.Contains('?', StringComparison.Ordinal));
        if (compat.Contains(MediQCompat.QuestionCut))
        {
            return asked?[(asked.LastIndexOf(':') + 1)..].Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Trim();
        }

        var line = asked ?? lines.LastOrDefault() ?? reply;
        var question = line[QuestionLabel().Match(line).Length..].Trim().Trim('"', '*', '“', '”').Trim();
        return question.Length > 0 ? question : line;
    }

    /// <summary>Reads a reply that asks or answers; neither where it has no weight.</summary>
    public (string? Letter, string? Question) Either(string reply, IReadOnlyList<ChoiceOption> options)
    {
        if (compat.Contains(MediQCompat.QuestionCut))
        {
            var text = reply.Replace("Confident --> Answer: ", "", StringComparison.Ordinal).Replace("Not confident --> Doctor Question: ", "", StringComparison.Ordinal);
            return text.Contains('?', StringComparison.Ordinal) ? (null, Question(text)) : (Choice(text, options), null);
        }

        var (answer, question) = (reply.LastIndexOf("ANSWER:", StringComparison.Ordinal), reply.LastIndexOf("QUESTION:", StringComparison.Ordinal));
        var asks = answer == question ? reply.Contains('?', StringComparison.Ordinal) : question > answer;
        var letter = asks ? null : Choice(answer > question ? reply[answer..] : reply, options);
        return letter is null ? (null, Question(reply)) : (letter, null);
    }

    private static string? PublishedChoice(string reply, IReadOnlyList<ChoiceOption> options)
    {
        if (options.FirstOrDefault(option => option.Label == reply.Trim()) is { } bare)
        {
            return bare.Label;
        }

        foreach (var line in reply.Split('\n'))
        {
            if (options.FirstOrDefault(option => line.Contains(option.Text, StringComparison.OrdinalIgnoreCase)) is { } named)
            {
                return named.Label;
            }

            string[] tokens = line.Split([' ', .. Punctuation], StringSplitOptions.RemoveEmptyEntries);
            if (options.FirstOrDefault(option => tokens.Contains(option.Label)) is { } lettered)
            {
                return lettered.Label;
            }
        }

        return null;
    }

    private static string After(string reply, string label)
        => reply.LastIndexOf(label, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? reply[(at + label.Length)..] : reply;

    private static string Without(string text, string characters) => string.Concat(text.Where(character => !characters.Contains(character, StringComparison.Ordinal)));

    [GeneratedRegex(@"\b(yes|no)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"[0-9]+\.[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Decimals();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?( ?%)?|\.[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[*#\s]*((ATOMIC|DOCTOR)\s+)?QUESTION\s*[0-9]*[*\s]*:[*\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex QuestionLabel();
}
