namespace MedBench.Scoring.Extraction;

/// <summary>Compares a word of a reply with a word of an option.</summary>
internal static class WordComparison
{
    private const int ShortestFuzzyWord = 8;
    private const int ExactPrefix = 4;
    private const int ShortestStem = 5;

    /// <summary>The endings that turn a noun into the verb or the participle of the same meaning: decrease, decreased; measurement, measure.</summary>
    private static readonly string[] Endings = ["", "e", "s", "es", "d", "ed", "er", "ing", "ment", "ement", "ion", "ation", "ration"];


    /// <summary>Compares case-insensitively; a typographic apostrophe equals a plain one.</summary>
    internal static bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Equals(right, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var apostrophe = right.IndexOf('’');
        return apostrophe > 0
            && left.Length == right.Length
            && left[apostrophe] == '\''
            && left[..apostrophe].Equals(right[..apostrophe], StringComparison.OrdinalIgnoreCase)
            && left[(apostrophe + 1)..].Equals(right[(apostrophe + 1)..], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Allows a plural, and one wrong letter after the stem of a long word: models silently mend typing errors of a question.</summary>
    /// <remarks>The first letters must agree because prefixes such as ad- and ab- or hyper- and hypo- are opposites.</remarks>
    internal static bool AreSimilar(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (AreEqual(left, right))
        {
            return true;
        }

        var shorter = left.Length <= right.Length ? left : right;
        var longer = left.Length <= right.Length ? right : left;
        if (shorter.Length >= 4 && longer[shorter.Length..] is "s" or "es" or "'s")
        {
            return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase);
        }

        return ShareStem(shorter, longer) || (shorter.Length >= ShortestFuzzyWord && longer.Length - shorter.Length <= 1 && DifferByOneLetter(shorter, longer));
    }

    private static bool ShareStem(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var stem = LengthOfCommonStart(shorter, longer);
        return stem >= ShortestStem && IsEnding(shorter[stem..]) && IsEnding(longer[stem..]);
    }

    private static bool IsEnding(ReadOnlySpan<char> rest)
    {
        foreach (var ending in Endings)
        {
            if (rest.Equals(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthOfCommonStart(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var common = 0;
        while (common < shorter.Length && char.ToLowerInvariant(shorter[common]) == char.ToLowerInvariant(longer[common]))
        {
            common++;
        }

        return common;
    }

    private static bool DifferByOneLetter(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var common = LengthOfCommonStart(shorter, longer);
        if (common < ExactPrefix || longer.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        var rest = shorter.Length == longer.Length ? shorter[Math.Min(common + 1, shorter.Length)..] : shorter[common..];
        return rest.Equals(longer[(common + 1)..], StringComparison.OrdinalIgnoreCase);
    }
}
