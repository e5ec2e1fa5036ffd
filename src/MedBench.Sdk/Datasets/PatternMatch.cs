using System.IO.Enumeration;

namespace MedBench;

/// <summary>Chooses a file by patterns, best first, and never guesses between two.</summary>
internal static class PatternMatch
{
    /// <summary>Returns the best file's name, or null where none fits.</summary>
    /// <exception cref="DatasetException">One pattern fits several files of the same level.</exception>
    public static string? Best(IEnumerable<string> names, IReadOnlyList<string> patterns)
    {
        var listed = names.Order(StringComparer.Ordinal).ToArray();
        foreach (var pattern in patterns)
        {
            var slashes = Depth(pattern);
            for (var level = slashes; level <= (slashes == 0 ? 1 : slashes); level++)
            {
                var matches = listed.Where(name => Depth(name) == level && Fits(pattern, slashes == 0 ? name[(name.LastIndexOf('/') + 1)..] : name)).ToArray();
                if (matches.Length > 1)
                {
                    throw new DatasetException($"several files fit '{pattern}': {string.Join(", ", matches)}", "Name the one to read as SPLIT=FILE");
                }

                if (matches.Length == 1)
                {
                    return matches[0];
                }
            }
        }

        return null;
    }

    private static int Depth(string path) => path.AsSpan().Count('/');

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);
}
