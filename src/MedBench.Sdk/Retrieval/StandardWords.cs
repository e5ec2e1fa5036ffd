using System.Text;

namespace MedBench;

/// <summary>Walks over the words of a text by Unicode's rules (UAX #29, WB4 to WB13), as Lucene's <c>StandardTokenizer</c> does: Chinese characters and hiragana singly, runs of katakana, of Thai and the like as they stand.</summary>
/// <remarks>Words longer than 255 characters are cut there. What holds no letter and no digit is no word.</remarks>
internal ref struct StandardWords(ReadOnlySpan<char> text)
{
    public const int LongestWord = 255;

    private readonly ReadOnlySpan<char> text = text;
    private int start;
    private int position;

    /// <summary>Gets the current word as it stands in the text.</summary>
    public readonly ReadOnlySpan<char> Current => text[start..position];

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        while (position < text.Length)
        {
            start = position;
            var first = Take(out var kind);
            if (kind is WordBreak.Single)
            {
                Absorb();
                return true;
            }

            if (kind is WordBreak.Letter or WordBreak.Numeric or WordBreak.Katakana or WordBreak.Connector or WordBreak.Complex && Extend(kind))
            {
                return true;
            }

            position = Math.Max(position, start + first);
        }

        return false;
    }

    /// <summary>Takes what belongs to the word; returns whether it holds more than connectors.</summary>
    private bool Extend(WordBreak last)
    {
        var isWord = last != WordBreak.Connector;
        while (true)
        {
            Absorb();
            var mark = position;
            if (position == text.Length)
            {
                return isWord;
            }

            Take(out var next);
            if (!Joins(last, next))
            {
                if (!IsBetween(last, next) || !TakeSame(last))
                {
                    position = mark;
                    return isWord;
                }

                next = last;
            }

            if (position - start > LongestWord)
            {
                position = mark;
                return isWord;
            }

            isWord |= next != WordBreak.Connector;
            last = next;
        }
    }

    private static bool Joins(WordBreak last, WordBreak next) => (last, next) switch
    {
        (WordBreak.Complex, _) or (_, WordBreak.Complex) => last == next,
        (WordBreak.Katakana, WordBreak.Katakana or WordBreak.Connector) or (WordBreak.Connector, WordBreak.Katakana) => true,
        (WordBreak.Letter or WordBreak.Numeric or WordBreak.Connector, WordBreak.Letter or WordBreak.Numeric or WordBreak.Connector) => true,
        _ => false,
    };

    private static bool IsBetween(WordBreak last, WordBreak middle) => (last, middle) switch
    {
        (WordBreak.Letter, WordBreak.MidLetter or WordBreak.MidBoth) => true,
        (WordBreak.Numeric, WordBreak.MidNumber or WordBreak.MidBoth) => true,
        _ => false,
    };

    private bool TakeSame(WordBreak wanted)
    {
        Absorb();
        if (position == text.Length)
        {
            return false;
        }

        Take(out var kind);
        return kind == wanted;
    }

    /// <summary>Passes over marks and format characters, which belong to what stands before them.</summary>
    private void Absorb()
    {
        while (position < text.Length)
        {
            Rune.DecodeFromUtf16(text[position..], out var rune, out var length);
            if (WordBreaks.Of(rune) != WordBreak.Extend || position + length - start > LongestWord)
            {
                return;
            }

            position += length;
        }
    }

    private int Take(out WordBreak kind)
    {
        Rune.DecodeFromUtf16(text[position..], out var rune, out var length);
        kind = WordBreaks.Of(rune);
        position += length;
        return length;
    }
}
