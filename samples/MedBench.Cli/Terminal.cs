using System.Text;

namespace MedBench.Cli;

/// <summary>Keeps text from files and models from steering the terminal.</summary>
internal static class Terminal
{
    /// <summary>Removes control characters (escape sequences begin with one) and bidirectional overrides; line breaks and tabs stay.</summary>
    public static string Strip(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\t' || (!char.IsControl(character) && character is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069')))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }
}
