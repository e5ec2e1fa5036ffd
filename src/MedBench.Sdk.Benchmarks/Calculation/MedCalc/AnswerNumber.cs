using System.Globalization;
using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>Reads the one number that an answer states, whatever unit or words stand around it.</summary>
internal static partial class AnswerNumber
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Returns the number; null where there is none, or several of which none is marked.</summary>
    /// <param name="field">The answer.</param>
    /// <param name="isScore">Whether <c>3 out of 5</c> and <c>3/5</c> are 3.</param>
    public static double? Read(string field, bool isScore)
    {
        if (Wrapped().Match(field) is { Success: true } wrapped)
        {
            return Arithmetic.TryEvaluate(wrapped.Groups["expression"].Value, out var value) ? value : null;
        }

        var text = field.Replace('−', '-').Replace('–', '-');
        var result = text[(text.LastIndexOfAny(['=', '≈']) + 1)..];
        var numbers = Numbers().Matches(result);
        if (numbers.Count == 0)
        {
            return null;
        }

        var first = numbers[0].Groups["number"];
        var isPlain = !result.AsSpan(0, first.Index).ContainsAnyInRange('A', 'z');
        var chosen = isPlain ? first
            : Marked().Matches(result).LastOrDefault() is { } marked ? marked.Groups["number"]
            : numbers.Count == 1 ? first
            : null;
        if (chosen is null || Range().IsMatch(result[(chosen.Index + chosen.Length)..]) || (OutOf().IsMatch(result[(chosen.Index + chosen.Length)..]) && !isScore))
        {
            return null;
        }

        var number = Parse(chosen.ValueSpan);
        return number is { } mantissa && Power().Match(result[(chosen.Index + chosen.Length)..]) is { Success: true } power
            ? mantissa * Math.Pow(10, int.Parse(power.Groups["power"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : number;
    }

    private static double? Parse(ReadOnlySpan<char> text)
        => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private const string Number = """(?<number>-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:e[-+]?[0-9]{1,3})?|-?\.[0-9]+)""";

    [GeneratedRegex("""^str\((?<expression>.*)\)\s*$""", Options | RegexOptions.Singleline)]
    private static partial Regex Wrapped();

    [GeneratedRegex("""(?:^|[^0-9a-z.,^/-])""" + Number, Options)]
    private static partial Regex Numbers();

    [GeneratedRegex("""(?:\bis\b|\bequals\b|\bof\b|:|~)\s*(?:approximately|about|roughly|around|approx\.?|~)?\s*""" + Number, Options)]
    private static partial Regex Marked();

    [GeneratedRegex("""^\s*[^0-9a-z\s]?\s*(?:-|\bto\b)\s*[0-9]|^\s*,\s*-?[0-9]|^\s*\band\b\s*[0-9]""", Options)]
    private static partial Regex Range();

    [GeneratedRegex("""^\s*(?:/|out\s+of)\s*[0-9]""", Options)]
    private static partial Regex OutOf();

    [GeneratedRegex("""^\s*[x×*]\s*10\s*(?:\^|\*\*)\s*\(?(?<power>-?[0-9]{1,2})""", Options)]
    private static partial Regex Power();
}
