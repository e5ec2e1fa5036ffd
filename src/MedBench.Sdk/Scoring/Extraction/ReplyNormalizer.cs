using System.Text;

namespace MedBench.Scoring.Extraction;

/// <summary>Brings a reply into the form that the scanner reads: without reasoning blocks, bounded, typographic variants folded.</summary>
internal static class ReplyNormalizer
{
    /// <summary>The characters kept from each end of a longer reply.</summary>
    internal const int KeptFromEachEnd = 32 * 1024;

    /// <summary>Returns the text to scan, or null when the reply ends inside its reasoning.</summary>
    internal static string? Normalize(string reply)
    {
        var answer = ReasoningBlocks.Remove(reply);
        return answer is null ? null : Fold(Bound(answer));
    }

    private static string Bound(string text) => text.Length <= 2 * KeptFromEachEnd
        ? text
        : string.Concat(text.AsSpan(0, KeptFromEachEnd), "\n\n", text.AsSpan(text.Length - KeptFromEachEnd));

    private static string Fold(string text)
    {
        var first = IndexOfFoldable(text);
        if (first < 0)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                AppendFolded(folded, char.ConvertToUtf32(text[i], text[++i]));
            }
            else
            {
                AppendFolded(folded, text[i]);
            }
        }

        return folded.ToString();
    }

    private static void AppendFolded(StringBuilder folded, int codePoint)
    {
        var character = CharacterFolding.Fold(codePoint);
        if (character != CharacterFolding.Removed)
        {
            folded.Append(character);
        }
    }

    private static int IndexOfFoldable(string text)
    {
        if (Ascii.IsValid(text))
        {
            return -1;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > 0x7F && (char.IsSurrogate(text[i]) || CharacterFolding.Fold(text[i]) != text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
