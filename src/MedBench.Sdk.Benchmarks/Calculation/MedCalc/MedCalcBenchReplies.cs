using System.Globalization;
using System.Text.RegularExpressions;
using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>Reads replies to MedCalc-Bench.</summary>
public static partial class MedCalcBenchReplies
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy"];

    /// <summary>Reads the answer off a reply.</summary>
    /// <param name="input">The question; its subject is the calculator.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="reading">How it is read.</param>
    /// <returns>A number, a text for dates and gestational ages, or <see cref="Unanswered"/>: abstained where the reply says that there is no answer.</returns>
    public static Prediction Read(SampleInput input, string reply, MedCalcBenchReading reading = MedCalcBenchReading.Tolerant)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(reply);
        var answer = Calculator.Find(input.Subject)?.Answer ?? CalculatorAnswer.Decimal;
        var prediction = reading is MedCalcBenchReading.Published ? PublishedAnswer.Read(answer, reply) : Read(answer, AnswerField.Find(reply));
        return prediction with { Reply = reply };
    }

    private static Prediction Read(CalculatorAnswer answer, string? field)
    {
        if (field is null || field.Length == 0 || Placeholder().IsMatch(field))
        {
            return new Unanswered(Outcome.Unparsed);
        }

        return Abstains().IsMatch(field) ? new Unanswered(Outcome.Abstained) : answer switch
        {
            CalculatorAnswer.Date => ReadDate(field) is { } date ? new TextPrediction(date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture)) : new Unanswered(Outcome.Unparsed),
            CalculatorAnswer.GestationalAge => ReadAge(field) is { } age ? new TextPrediction(age) : new Unanswered(Outcome.Unparsed),
            _ => AnswerNumber.Read(field, isScore: answer is CalculatorAnswer.Integer) is { } number ? new NumberPrediction(number) : new Unanswered(Outcome.Unparsed),
        };
    }

    private static DateOnly? ReadDate(string field)
    {
        if (CalendarDate.TryRead(field, out var date) || DateOnly.TryParseExact(field, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return date;
        }

        var within = Dates().Matches(field).Select(match => CalendarDate.TryRead(match.Value, out var found) ? found : default(DateOnly?)).Distinct().ToList();
        return within.Count == 1 ? within[0] : null;
    }

    /// <summary>Returns weeks and days, or a lone number of days as it stands.</summary>
    private static string? ReadAge(string field) => GestationalAge.TryRead(field.Replace('[', '(').Replace(']', ')'), out var age) ? age.ToString()
        : Days().Match(field) is { Success: true } days ? days.Groups["days"].Value
        : Weeks().Match(field) is { Success: true } weeks && int.TryParse(weeks.Groups["weeks"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? new GestationalAge(whole, 0).ToString()
        : null;

    [GeneratedRegex("""^(?:str\(\s*)?(?:short_and_direct_answer_of_the_question|value which is the answer to the question|x\.xx)""", Options)]
    private static partial Regex Placeholder();

    [GeneratedRegex("""^(?:n\s*/?\s*a|null|none|unknown|undetermined|indeterminate|not\s+(?:available|applicable|determinable|calculable|computable|possible|enough)\b.*|insufficient\s+(?:data|information)\b.*|(?:it\s+)?(?:cannot|can\s*not|can't|could\s+not)\s+be\s+(?:determined|calculated|computed|answered|assessed)\b.*|unable\s+to\b.*)[.!]?$""", Options | RegexOptions.Singleline)]
    private static partial Regex Abstains();

    [GeneratedRegex("""[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}""", Options)]
    private static partial Regex Dates();

    [GeneratedRegex("""^(?<days>[0-9]{1,4})\s*(?:days?)?[.]?$""", Options)]
    private static partial Regex Days();

    [GeneratedRegex("""^\(?(?<weeks>[0-9]{1,2})\s*(?:weeks?|wks?|w)\)?[.]?$""", Options)]
    private static partial Regex Weeks();
}
