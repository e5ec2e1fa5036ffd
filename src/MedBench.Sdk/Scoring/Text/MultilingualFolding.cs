using System.Globalization;
using System.Text;

namespace MedBench.Metrics;

/// <summary>The folding behind <see cref="TextNormalizer.Multilingual"/>.</summary>
internal static class MultilingualFolding
{
    internal static string Fold(string text)
    {
        // U+FFFE has no normal form, no more than half a surrogate pair.
        var composed = PythonText.Lower(WellFormed(text).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC));
        var folded = new StringBuilder(composed.Length);
        for (var i = 0; i < composed.Length;)
        {
            var rune = Rune.GetRuneAt(composed, i);
            if (rune.Value is '.' or ',' && i > 0 && char.IsDigit(composed[i - 1]) && i + 1 < composed.Length && char.IsDigit(composed[i + 1]))
            {
                folded.Append((char)rune.Value);
            }
            else
            {
                Append(folded, rune);
            }

            i += rune.Utf16SequenceLength;
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category == UnicodeCategory.Format || IsArabicDecoration(rune.Value))
        {
            return;
        }

        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (rune.Value == '%' || IsKept(category))
        {
            folded.Append(FoldLetter(rune));
        }
        else if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static bool IsKept(UnicodeCategory category) => category is <= UnicodeCategory.OtherNumber or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        or (>= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol);

    private static bool IsArabicDecoration(int codePoint) => codePoint is 0x0640 or 0x0670
        or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or (>= 0x06D6 and <= 0x06DC) or (>= 0x06DF and <= 0x06E8) or (>= 0x06EA and <= 0x06ED);

    private static Rune FoldLetter(Rune rune) => rune.Value switch
    {
        0x0622 or 0x0623 or 0x0625 or 0x0671 => new Rune(0x0627),
        0x0649 or 0x06CC => new Rune(0x064A),
        0x0629 => new Rune(0x0647),
        0x06A9 => new Rune(0x0643),
        'ς' => new Rune('σ'),
        _ => rune,
    };

    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            var repaired = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
            {
                repaired.Append(rune);
            }

            return repaired.ToString();
        }

        return text;
    }
}
