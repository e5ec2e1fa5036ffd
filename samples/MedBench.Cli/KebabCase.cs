namespace MedBench.Cli;

/// <summary>Ids for what is named after a file.</summary>
internal static class KebabCase
{
    /// <summary>Makes an id of a file's name: lower-case letters and digits, all else a hyphen.</summary>
    /// <param name="path">The file.</param>
    /// <param name="otherwise">The id where nothing of the name is left.</param>
    public static string Of(string path, string otherwise)
    {
        var id = string.Concat(Path.GetFileNameWithoutExtension(path).ToLowerInvariant().Select(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) ? character : ' '));
        return string.Join('-', id.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } kebab ? kebab : otherwise;
    }
}
