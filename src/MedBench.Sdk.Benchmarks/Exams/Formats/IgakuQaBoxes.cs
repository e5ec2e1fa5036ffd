using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>The boxes into which the answer sheet takes a number, one digit each, as a question ends with them: <c>解答：①②.③/人口1,000対</c>.</summary>
/// <remarks>The files write some answers as the number and some as the digits alone, and leave out what is printed before the boxes (<c>1, ①②③ kcal</c>).</remarks>
internal static partial class IgakuQaBoxes
{
    /// <summary>Returns the right forms of an answer: the number, the same number without zeros at its end, and the digits of the boxes.</summary>
    /// <param name="stem">The question.</param>
    /// <param name="answer">The answer in the file, which alone is right where it does not fill the boxes.</param>
    public static IReadOnlyList<string> FindForms(string stem, string answer)
    {
        var digits = answer.Replace(".", "", StringComparison.Ordinal);
        if (Boxes().Match(stem) is not { Success: true } match || !digits.All(char.IsAsciiDigit) || digits.Length != match.Groups["whole"].Length + match.Groups["decimals"].Length)
        {
            return [answer];
        }

        var whole = match.Groups["printed"].Value + digits[..match.Groups["whole"].Length];
        var decimals = digits[match.Groups["whole"].Length..];
        var number = decimals.Length == 0 ? whole : $"{whole}.{decimals}";
        var shortest = decimals.TrimEnd('0') is { Length: > 0 } kept ? $"{whole}.{kept}" : whole;
        return [.. new[] { number, shortest, digits }.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Returns what stands behind the boxes, which may hold a number that is no answer; null where nothing does.</summary>
    public static string? FindUnit(string stem) => Boxes().Match(stem) is { Success: true } match && match.Groups["unit"].Value.Trim() is { Length: > 0 } unit ? unit : null;

    [GeneratedRegex("解答[:：] ?((?<printed>[0-9]+)[,，] ?)?(?<whole>[①-⑳]+)([.．](?<decimals>[①-⑳]+))?(?<unit>.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Boxes();
}
