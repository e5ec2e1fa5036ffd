using System.Globalization;
using System.Text;

namespace MedBench;

/// <summary>Sorts characters by what they do at the border of words: the property Word_Break of UAX #29, as far as words need it.</summary>
internal static class WordBreaks
{
    public static WordBreak Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x80)
        {
            return char.IsAsciiLetter((char)value) ? WordBreak.Letter : char.IsAsciiDigit((char)value) ? WordBreak.Numeric : OfPunctuation(value);
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => WordBreak.Extend,
            UnicodeCategory.Format => value == 0x200B ? WordBreak.Other : WordBreak.Extend,
            UnicodeCategory.ConnectorPunctuation => WordBreak.Connector,
            UnicodeCategory.DecimalDigitNumber => WordBreak.Numeric,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => OfLetter(value),
            _ => OfPunctuation(value),
        };
    }

    private static WordBreak OfLetter(int value) => value switch
    {
        (>= 0x3041 and <= 0x309F) or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => WordBreak.Single,
        (>= 0x30A1 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3031 and <= 0x3035) or (>= 0xFF66 and <= 0xFF9D) => WordBreak.Katakana,
        (>= 0x0E01 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) => WordBreak.Complex,
        _ => WordBreak.Letter,
    };

    private static WordBreak OfPunctuation(int value) => value switch
    {
        '_' => WordBreak.Connector,
        '.' or '\'' or 0x2018 or 0x2019 or 0x2024 or 0xFE52 or 0xFF07 or 0xFF0E => WordBreak.MidBoth,
        ':' or 0xB7 or 0x387 or 0x5F4 or 0x2027 or 0xFE13 or 0xFE55 or 0xFF1A => WordBreak.MidLetter,
        ',' or ';' or 0x37E or 0x589 or 0x60C or 0x60D or 0x66C or 0x7F8 or 0x2044 or 0xFE10 or 0xFE14 or 0xFE50 or 0xFE54 or 0xFF0C or 0xFF1B => WordBreak.MidNumber,
        _ => WordBreak.Other,
    };
}
