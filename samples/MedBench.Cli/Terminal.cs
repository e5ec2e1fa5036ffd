using System.Text;

namespace MedBench.Cli;

/// <summary>Keeps text from files and models from steering the terminal: whatever the program writes passes through here.</summary>
/// <param name="inner">The console's own writer.</param>
internal sealed class Terminal(TextWriter inner) : TextWriter
{
    /// <summary>Gets the console's error stream as it is, for the progress line, which steers the terminal on purpose.</summary>
    public static TextWriter RawError { get; private set; } = TextWriter.Null;

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Puts the filter before both streams of the console.</summary>
    public static void Protect()
    {
        RawError = Console.Error;
        Console.SetOut(new Terminal(Console.Out));
        Console.SetError(new Terminal(Console.Error));
    }

    /// <summary>Removes control characters (escape sequences begin with one) and those that turn the direction of writing; line breaks and tabs stay.</summary>
    public static string Strip(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsHarmless(character))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }

    public override void Write(char value)
    {
        if (IsHarmless(value))
        {
            inner.Write(value);
        }
    }

    public override void Write(string? value) => inner.Write(Strip(value ?? ""));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(string? value) => inner.WriteLine(Strip(value ?? ""));

    public override void Flush() => inner.Flush();

    private static bool IsHarmless(char character)
        => character is '\n' or '\t' || (!char.IsControl(character) && character is not ('\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')));
}
