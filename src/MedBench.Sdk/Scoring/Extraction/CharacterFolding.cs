namespace MedBench.Scoring.Extraction;

/// <summary>Maps compatibility forms of letters and punctuation to ASCII, one character each.</summary>
/// <remarks>A hand-picked part of NFKC: it keeps one character for one character and needs no valid surrogates.</remarks>
internal static class CharacterFolding
{
    /// <summary>Stands for a character that has no width and is left out.</summary>
    internal const char Removed = '\0';

    private const string CyrillicLookalikes = "АВСЕНІЈКМОРТХавсеіјорх";
    private const string CyrillicLatin = "ABCEHIJKMOPTXabceijopx";
    private const string GreekLookalikes = "ΑΒΕΖΗΙΚΜΝΟΡΤΧ";
    private const string GreekLatin = "ABEZHIKMNOPTX";

    /// <summary>Folds one code point; those without an ASCII counterpart come back as they are, or as a blank outside the first plane.</summary>
    internal static char Fold(int codePoint) => codePoint switch
    {
        < 0x80 => (char)codePoint,
        0xA0 or 0x202F or (>= 0x2000 and <= 0x200A) or 0x3000 => ' ',
        0x85 or 0x2028 or 0x2029 => '\n',
        0xAD or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or 0x2060 or 0xFEFF or 0xFE0E or 0xFE0F => Removed,
        0x2018 or 0x2019 or 0x201B or 0x02BC => '\'',
        0x201C or 0x201D or 0x201E or 0xAB or 0xBB or 0x300C or 0x300D or 0x300E or 0x300F => '"',
        0x3010 or 0x3014 => '[',
        0x3011 or 0x3015 => ']',
        >= 0x2010 and <= 0x2015 or 0x2212 => '-',
        0x3001 => ',',
        0x3002 => '.',
        >= 0xFF01 and <= 0xFF5E => (char)(codePoint - 0xFEE0),
        >= 0x24B6 and <= 0x24CF => (char)('A' + codePoint - 0x24B6),
        >= 0x24D0 and <= 0x24E9 => (char)('a' + codePoint - 0x24D0),
        >= 0x249C and <= 0x24B5 => (char)('a' + codePoint - 0x249C),
        >= 0x2460 and <= 0x2468 => (char)('1' + codePoint - 0x2460),
        < 0x10000 => (char)codePoint,
        >= 0x1D400 and <= 0x1D6A3 => Styled((codePoint - 0x1D400) % 52),
        >= 0x1F130 and <= 0x1F149 => (char)('A' + codePoint - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => (char)('A' + codePoint - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + codePoint - 0x1F170),
        >= 0x1F1E6 and <= 0x1F1FF => (char)('A' + codePoint - 0x1F1E6),
        _ => ' ',
    };

    /// <summary>Returns the Latin letter that a lone Cyrillic or Greek letter looks like.</summary>
    internal static char Latin(char letter)
    {
        if (letter < 0x80)
        {
            return letter;
        }

        var cyrillic = CyrillicLookalikes.IndexOf(letter, StringComparison.Ordinal);
        var greek = GreekLookalikes.IndexOf(letter, StringComparison.Ordinal);
        return cyrillic >= 0 ? CyrillicLatin[cyrillic] : greek >= 0 ? GreekLatin[greek] : letter;
    }

    private static char Styled(int index) => (char)(index < 26 ? 'A' + index : 'a' + index - 26);
}
