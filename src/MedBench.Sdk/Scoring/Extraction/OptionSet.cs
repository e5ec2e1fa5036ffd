namespace MedBench.Scoring.Extraction;

/// <summary>The options of one question, prepared for recognition by label and by text.</summary>
internal sealed class OptionSet
{
    /// <summary>More words than this are not compared: longer options are recognised by their label, or by these words.</summary>
    private const int LongestComparedText = 24;

    private readonly IReadOnlyList<ChoiceOption> options;
    private readonly char[] initials;

    internal OptionSet(IReadOnlyList<ChoiceOption> options)
    {
        this.options = options;
        initials = new char[options.Count];
        for (var i = 0; i < initials.Length; i++)
        {
            initials[i] = InitialOf(options[i].Text);
        }
    }

    internal int Count => options.Count;

    internal string LabelOf(int option) => options[option].Label;

    /// <summary>Returns the option whose label the token spells, or -1.</summary>
    internal int FindLabel(TokenList tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        var written = tokens.Text.AsSpan(token.Start, token.Length);
        for (var i = 0; i < options.Count; i++)
        {
            var label = options[i].Label;
            if (label.Length == token.Length && (label.Length == 1
                ? char.ToUpperInvariant(token.Sign) == char.ToUpperInvariant(label[0])
                : written.Equals(label, StringComparison.OrdinalIgnoreCase)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the option whose text starts at a token, the longest of several, and where it stops; -1 when none or two do.</summary>
    internal (int Option, int Stop) FindText(TokenList tokens, int index)
    {
        var initial = char.ToLowerInvariant(tokens.Text[tokens[index].Start]);
        var best = (Option: -1, Stop: index, Exact: false);
        for (var i = 0; i < initials.Length; i++)
        {
            if (initials[i] != initial)
            {
                continue;
            }

            var exact = true;
            var stop = OptionTextMatcher.Match(tokens, index, options[i].Text, LongestComparedText, ref exact);
            if (stop < 0 || stop < best.Stop || (stop == best.Stop && best.Exact && !exact))
            {
                continue;
            }

            best = stop == best.Stop && best.Exact == exact && best.Option != -1 ? (-1, stop, exact) : (i, stop, exact);
        }

        return (best.Option, best.Stop);
    }

    /// <summary>Tells whether the whole text of an option is one word that replies use for other things too: yes, none, 5.</summary>
    internal bool IsCommonWord(int option)
    {
        var words = new WordEnumerator(options[option].Text);
        return words.MoveNext() && (words.Current.Length <= 3 || Lexicon.Classify(words.Current) != 0 || char.IsDigit(words.Current[0])) && !words.MoveNext();
    }

    /// <summary>Returns the first letter to look for; none for a text that is a lone letter, which only a label could be.</summary>
    private static char InitialOf(string text)
    {
        var words = new WordEnumerator(text);
        if (!words.MoveNext())
        {
            return '\0';
        }

        var first = words.Current;
        return first.Length > 1 || char.IsDigit(first[0]) || words.MoveNext() ? char.ToLowerInvariant(first[0]) : '\0';
    }
}
