using System.Collections.Frozen;

namespace MedBench.Metrics;

/// <summary>Porter's stemmer (Program 14.3, 1980, pp. 130–137) with the additions of nltk's <c>PorterStemmer</c> in its default mode.</summary>
/// <remarks>
/// The additions: words of two letters stay, twelve irregular stems, <c>ies</c> and <c>ied</c> of short words keep their e, y becomes i only after a
/// consonant that is not the whole stem, <c>alli</c> is taken off first, <c>bli</c>, <c>fulli</c> and <c>logi</c> are endings, and a stem of vowel and consonant is short too.
/// Porter's own program, and Lucene's filter after it, add <c>bli</c> and <c>logi</c> alone.
/// </remarks>
internal static class PorterStemmer
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sky"] = "sky", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["news"] = "news",
        ["innings"] = "inning", ["inning"] = "inning", ["outings"] = "outing", ["outing"] = "outing", ["cannings"] = "canning", ["canning"] = "canning",
        ["howe"] = "howe", ["proceed"] = "proceed", ["exceed"] = "exceed", ["succeed"] = "succeed",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly PorterRule[] Plurals = [new("sses", "ss"), new("ies", "i"), new("ss", "ss"), new("s")];

    private static readonly PorterRule[] DoubleEndings =
    [
        new("ational", "ate"), new("tional", "tion"), new("enci", "ence"), new("anci", "ance"), new("izer", "ize"), new("bli", "ble"), new("alli", "al"),
        new("entli", "ent"), new("eli", "e"), new("ousli", "ous"), new("ization", "ize"), new("ation", "ate"), new("ator", "ate"), new("alism", "al"),
        new("iveness", "ive"), new("fulness", "ful"), new("ousness", "ous"), new("aliti", "al"), new("iviti", "ive"), new("biliti", "ble"), new("fulli", "ful"),
    ];

    private static readonly PorterRule[] Adjectives = [new("icate", "ic"), new("ative"), new("alize", "al"), new("iciti", "ic"), new("ical", "ic"), new("ful"), new("ness")];

    private static readonly PorterRule[] SingleEndings =
    [
        new("al"), new("ance"), new("ence"), new("er"), new("ic"), new("able"), new("ible"), new("ant"), new("ement"), new("ment"), new("ent"), new("ion"),
        new("ou"), new("ism"), new("ate"), new("iti"), new("ous"), new("ive"), new("ize"),
    ];

    /// <summary>Returns the stem of a lower-case word; letters beyond a to z count as consonants.</summary>
    internal static string Stem(string word) => Irregular.GetValueOrDefault(word) ?? Stem(word, extended: true);

    /// <summary>Returns the stem as Porter's own program and Lucene's <c>PorterStemFilter</c> have it.</summary>
    internal static string StemAsPorter(string word) => Stem(word, extended: false);

    private static string Stem(string word, bool extended)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        var text = new PorterWord(word, word.Length <= 128 ? stackalloc char[129] : new char[word.Length + 1]) { KnowsShortPairs = extended };
        RemovePlural(ref text, extended);
        RemovePast(ref text, extended);
        if (text.EndsWith("y") && (extended ? text.Length > 2 && text.IsConsonant(text.Length - 2) : text.HasVowel(1)))
        {
            text.Replace(1, "i");
        }

        ReduceDoubleEnding(ref text, extended);
        Apply(ref text, Adjectives, above: 0);
        Apply(ref text, SingleEndings, above: 1);
        RemoveFinalE(ref text);
        if (text.EndsWith("ll") && text.Measure(1) > 1)
        {
            text.Replace(1, "");
        }

        return text.ToString();
    }

    private static void RemovePlural(ref PorterWord word, bool extended)
    {
        if (extended && word.Length == 4 && word.EndsWith("ies"))
        {
            word.Replace(3, "ie");
            return;
        }

        Apply(ref word, Plurals, above: -1);
    }

    private static void RemovePast(ref PorterWord word, bool extended)
    {
        if (extended && word.EndsWith("ied"))
        {
            word.Replace(3, word.Length == 4 ? "ie" : "i");
            return;
        }

        if (word.EndsWith("eed"))
        {
            word.Replace(3, word.Measure(3) > 0 ? "ee" : "eed");
            return;
        }

        var ending = word.EndsWith("ed") ? 2 : word.EndsWith("ing") ? 3 : 0;
        if (ending == 0 || !word.HasVowel(ending))
        {
            return;
        }

        word.Replace(ending, "");
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Replace(0, "e");
        }
        else if (word.EndsWithDoubleConsonant)
        {
            word.Replace(word.Last is 'l' or 's' or 'z' ? 0 : 1, "");
        }
        else if (word.Measure(0) == 1 && word.EndsShort(0))
        {
            word.Replace(0, "e");
        }
    }

    private static void ReduceDoubleEnding(ref PorterWord word, bool extended)
    {
        if (extended && word.EndsWith("alli") && word.Measure(4) > 0)
        {
            word.Replace(4, "al");
        }

        if (word.EndsWith("logi"))
        {
            word.Replace(word.Measure(extended ? 3 : 4) > 0 ? 1 : 0, "");
            return;
        }

        if (extended || !word.EndsWith("fulli"))
        {
            Apply(ref word, DoubleEndings, above: 0);
        }
    }

    private static void RemoveFinalE(ref PorterWord word)
    {
        if (word.EndsWith("e") && (word.Measure(1) > 1 || (word.Measure(1) == 1 && !word.EndsShort(1))))
        {
            word.Replace(1, "");
        }
    }

    /// <summary>Applies the first rule whose ending fits, if the measure before it is above the given one; no further rule is tried.</summary>
    private static void Apply(ref PorterWord word, PorterRule[] rules, int above)
    {
        foreach (var rule in rules)
        {
            if (!word.EndsWith(rule.Ending))
            {
                continue;
            }

            if ((above < 0 || word.Measure(rule.Ending.Length) > above) && (rule.Ending != "ion" || word.Before(3) is 's' or 't'))
            {
                word.Replace(rule.Ending.Length, rule.Replacement);
            }

            return;
        }
    }
}
