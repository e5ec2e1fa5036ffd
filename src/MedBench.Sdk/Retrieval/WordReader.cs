using System.Globalization;

namespace MedBench;

/// <summary>Walks over the words of a text without allocating.</summary>
internal ref struct WordReader
{
    private readonly ReadOnlySpan<char> text;
    private readonly Span<char> buffer;
    private int position;
    private int length;

    /// <summary>Initializes the walk.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Room for the longest word.</param>
    internal WordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        this.text = text;
        this.buffer = buffer;
    }

    /// <summary>Gets the current word, lower-case.</summary>
    internal readonly ReadOnlySpan<char> Word => buffer[..length];

    /// <summary>Gets the current word without its ending.</summary>
    internal readonly ReadOnlySpan<char> Stem => EnglishSuffixes.Strip(buffer[..length]);

    /// <summary>Gets where the text goes on after the current word.</summary>
    internal readonly int Position => position;

    /// <summary>Goes to the next word.</summary>
    internal bool MoveNext()
    {
        while (position < text.Length && !IsWordCharacter(text[position]))
        {
            position++;
        }

        length = 0;
        if (position == text.Length)
        {
            return false;
        }

        do
        {
            var character = text[position++];
            if (length < buffer.Length)
            {
                buffer[length++] = character < 0x80 ? char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character : char.ToLowerInvariant(character);
            }

            if (StandsAlone(character))
            {
                break;
            }
        }
        while (position < text.Length && IsWordCharacter(text[position]) && !StandsAlone(text[position]));
        return true;
    }

    private static bool IsWordCharacter(char character) => character < 0x80
        ? char.IsAsciiLetterOrDigit(character)
        : char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool StandsAlone(char character) => character is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
