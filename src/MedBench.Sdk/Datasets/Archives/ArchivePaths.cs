using System.Buffers;
using System.Text;

namespace MedBench;

/// <summary>Says where an entry of an archive may be put: under one folder, on any operating system, and where no other entry is.</summary>
internal sealed class ArchivePaths
{
    private const int MostParts = 32;
    private const int LongestPart = 200;

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$", .. Numbered("COM"), .. Numbered("LPT")];

    private static readonly SearchValues<char> OtherPaths = SearchValues.Create("\\:");
    private static readonly SearchValues<char> Wildcards = SearchValues.Create("<>\"|?*");

    private readonly Dictionary<string, (string Path, bool IsFile)> taken = new(StringComparer.Ordinal);

    /// <summary>Takes a place for an entry.</summary>
    /// <param name="name">The entry's name as the archive spells it.</param>
    /// <param name="isFile">False for a folder.</param>
    /// <param name="path">The path below the folder, with slashes; empty for the folder itself.</param>
    /// <returns>Null, or why there is no place for it.</returns>
    public string? Take(string name, bool isFile, out string path)
    {
        path = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        path = !isFile && path.EndsWith('/') ? path[..^1] : path;
        if (!isFile && path is "" or ".")
        {
            return null;
        }

        var parts = path.Split('/');
        return parts.Length > MostParts ? "lies too deep" : parts.Select(Refuse).FirstOrDefault(reason => reason is not null) ?? Enter(parts, isFile);
    }

    private static string? Refuse(string part) => part switch
    {
        "" => "is absolute, or has an empty part",
        "." or ".." => "leads out of its folder",
        _ when part.Length > LongestPart => "has too long a part",
        _ when part.AsSpan().ContainsAny(OtherPaths) => "names a drive, a stream or a path of another system",
        _ when part.AsSpan().ContainsAny(Wildcards) || part.Any(char.IsControl) || !IsWellFormed(part) => "holds characters that no file name has",
        _ when part[^1] is '.' or ' ' || part[0] == ' ' => "begins or ends with what some systems drop",
        _ when Devices.Contains(part.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase) => "is the name of a device",
        _ => null,
    };

    private string? Enter(string[] parts, bool isFile)
    {
        var path = "";
        for (var i = 0; i < parts.Length; i++)
        {
            path = i == 0 ? parts[0] : $"{path}/{parts[i]}";
            var isLeaf = isFile && i == parts.Length - 1;

            // Some systems take names that differ in case or in composed accents for one.
            var place = path.Normalize().ToUpperInvariant();
            if (!taken.TryAdd(place, (path, isLeaf)) && taken[place] is var other && (isLeaf || other.IsFile || other.Path != path))
            {
                return $"has the place of '{other.Path}'";
            }
        }

        return null;
    }

    private static bool IsWellFormed(string part) => !part.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static IEnumerable<string> Numbered(string device) => "0123456789¹²³".Select(digit => device + digit);
}
