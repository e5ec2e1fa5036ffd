using System.Globalization;
using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>Reads a reply as <c>extract_answer</c> in evaluation/run.py of ncbi-nlp/MedCalc-Bench does; where that raises an error the reply is unparsed, which counts alike.</summary>
internal static partial class PublishedAnswer
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly string[] Placeholders = ["str(short_and_direct_answer_of_the_question)", "str(value which is the answer to the question)", "X.XX"];

    // Applied in this order, as there: the lone g takes every g away, that of a function's name too.
    private static readonly (string Old, string New)[] Rewrites =
        [("^", "**"), ("is odd", "% 2 == 1"), ("is even", "% 2 == 0"), ("sqrt", "math.sqrt"), (".math", ""), ("weight", ""), ("height", ""), ("mg/dl", ""), ("g/dl", ""), ("mmol/L", ""), ("kg", ""), ("g", ""), ("mEq/L", "")];

    public static Prediction Read(CalculatorAnswer answer, string reply)
    {
        var field = Fields().Matches(reply).LastOrDefault() is { } match ? match.Groups["value"].Value.Trim().Trim('"') : "Not Found";
        field = Placeholders.Contains(field, StringComparer.Ordinal) ? "Not Found" : field;
        return answer switch
        {
            CalculatorAnswer.Date => Text(Dates().Match(field)),
            CalculatorAnswer.GestationalAge => Ages().Match(field) is { Success: true } age ? new TextPrediction($"({age.Groups["weeks"].Value}, {age.Groups["days"].Value})") : new Unanswered(Outcome.Unparsed),
            CalculatorAnswer.Integer => Number(OutOf().Match(field) is { Success: true } share ? Literal(share.Groups["number"].Value)
                : Lists().Match(field) is { Success: true } list ? list.Value.Count(character => character == ',') + 1
                : Numbers().Matches(field).LastOrDefault() is { } last ? Literal(last.Value)
                : null),
            _ => Number(ReadDecimal(field)),
        };
    }

    private static double? ReadDecimal(string field)
    {
        if (Wrapped().Match(field) is { Success: true } wrapped)
        {
            var expression = Rewrites.Aggregate(wrapped.Groups["expression"].Value, (text, rewrite) => text.Replace(rewrite.Old, rewrite.New, StringComparison.Ordinal)).Split('#')[0];
            var open = expression.Count(character => character == '(') - expression.Count(character => character == ')');
            return Arithmetic.TryEvaluate(new string('(', Math.Max(0, -open)) + expression + new string(')', Math.Max(0, open)), out var value) ? value : null;
        }

        return Filtration().Match(field) is { Success: true } rate ? Literal(rate.Groups["number"].Value)
            : Percentages().Matches(field).LastOrDefault() is { } share ? Literal(share.Groups["number"].Value) / 100
            : Numbers().Matches(field).LastOrDefault() is { } last ? Literal(last.Value)
            : null;
    }

    /// <summary>Reads a number as Python evaluates it: a whole number with a leading zero is an error.</summary>
    private static double? Literal(string text)
        => text.TrimStart('-') is ['0', _, ..] digits && !digits.Contains('.', StringComparison.Ordinal) && digits.Any(digit => digit != '0') ? null
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Prediction Number(double? number) => number is { } value ? new NumberPrediction(value) : new Unanswered(Outcome.Unparsed);

    private static Prediction Text(Match match) => match.Success ? new TextPrediction(match.Value) : new Unanswered(Outcome.Unparsed);

    [GeneratedRegex("""[Aa]nswer":\s*(?<value>.*?)\}""", Options)]
    private static partial Regex Fields();

    [GeneratedRegex("""^(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])/[0-9]{4}""", Options)]
    private static partial Regex Dates();

    [GeneratedRegex("""(?<weeks>[0-9]+)\s*(?:weeks?)?["']?,?\s*["']?(?<days>[0-9]+)""", Options)]
    private static partial Regex Ages();

    [GeneratedRegex("""(?<number>[0-9]+) out of""", Options)]
    private static partial Regex OutOf();

    [GeneratedRegex("""-?[0-9]+(?:, ?-?[0-9]+)+""", Options)]
    private static partial Regex Lists();

    [GeneratedRegex("""-?[0-9]+(?:\.[0-9]+)?""", Options)]
    private static partial Regex Numbers();

    [GeneratedRegex("""str\((?<expression>.*)\)""", Options)]
    private static partial Regex Wrapped();

    [GeneratedRegex("""(?<number>-?[0-9]+(?:\.[0-9]+)?)\s*mL/min/1.73""", Options)]
    private static partial Regex Filtration();

    [GeneratedRegex("""(?<number>-?[0-9]+(?:\.[0-9]+)?)%""", Options)]
    private static partial Regex Percentages();
}
