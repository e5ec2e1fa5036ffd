namespace MedBench;

/// <summary>Finds the names that a mistyped one probably means.</summary>
internal static class NearMatches
{
    private const int Limit = 3;

    /// <summary>Returns at most three names, the nearest first.</summary>
    /// <param name="typed">What the user typed.</param>
    /// <param name="names">The names that exist.</param>
    /// <remarks>A name is near when few edits turn one into the other (a third of what was typed, at least two, one for three letters), or when one contains the other.</remarks>
    public static IReadOnlyList<string> Find(string typed, IEnumerable<string> names)
    {
        var tolerance = Math.Max(typed.Length < 4 ? 1 : 2, typed.Length / 3);
        return [.. names
            .Select(name => (Name: name, Distance: Distance(Fold(typed), Fold(name)), Contained: Contains(name, typed) || Contains(typed, name)))
            .Where(match => match.Distance <= tolerance || match.Contained)
            .OrderBy(match => match.Distance).ThenBy(match => match.Name, StringComparer.Ordinal)
            .Take(Limit).Select(match => match.Name)];
    }

    /// <summary>Counts the insertions, deletions, substitutions and swaps of neighbours that turn one text into another (optimal string alignment).</summary>
    private static int Distance(string from, string to)
    {
        var (beforePrevious, previous, current) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[to.Length];
    }

    private static string Fold(string text) => text.ToUpperInvariant();

    private static bool Contains(string text, string part) => part.Length > 2 && text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
