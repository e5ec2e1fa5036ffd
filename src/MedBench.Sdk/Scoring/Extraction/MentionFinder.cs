using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Finds the places where a reply names an option.</summary>
internal static class MentionFinder
{
    private const int MostSignsAfterLabel = 5;

    internal static List<Mention> Find(TokenList tokens, OptionSet options)
    {
        var mentions = new List<Mention>(4);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsWordOrNumber || (FindText(tokens, options, i) ?? FindLabel(tokens, options, i)) is not { } mention)
            {
                continue;
            }

            mentions.Add(mention with { StartsLine = StartsLine(tokens, mention.Start), EndsLine = EndsLine(tokens, mention.Stop) });
            i = mention.Stop - 1;
        }

        return mentions;
    }

    private static Mention? FindText(TokenList tokens, OptionSet options, int index)
    {
        var (option, stop) = options.FindText(tokens, index);
        if (option < 0 || JoinsWords(tokens, index - 1) || JoinsWords(tokens, stop))
        {
            return null;
        }

        var isCommon = options.IsCommonWord(option);
        var isListed = isCommon && tokens[stop].Is(Joiner) && tokens[stop + 1].IsWordOrNumber && options.FindText(tokens, stop + 1).Option >= 0;
        if (isCommon && !isListed && !LabelShape.IsFollowedByPause(tokens, stop))
        {
            return null;
        }

        var found = new Mention { Option = option, Start = index, Stop = stop, HasText = true, IsCommonWord = isCommon };
        return isCommon ? found : JoinLabelAfter(tokens, options, found);
    }

    /// <summary>"Heparin-induced" does not name heparin.</summary>
    private static bool JoinsWords(TokenList tokens, int hyphen) => tokens[hyphen].IsSign('-') && !tokens[hyphen].SpaceBefore && !tokens[hyphen + 1].SpaceBefore
        && tokens[hyphen - 1].IsWordOrNumber && tokens[hyphen + 1].IsWordOrNumber;

    /// <summary>Extends "deficiency in protein C (option C)" over its label.</summary>
    private static Mention JoinLabelAfter(TokenList tokens, OptionSet options, Mention text)
    {
        var i = text.Stop;
        while (i < text.Stop + MostSignsAfterLabel && tokens[i].IsSignOf("\"*_,-"))
        {
            i++;
        }

        var isParenthesised = tokens[i].IsSignOf("([");
        i += isParenthesised ? 1 : 0;
        var isNamed = tokens[i].Is(OptionNoun | Answer) && tokens[i].Length > 1;
        i += isNamed ? 1 : 0;
        while (tokens[i].IsSignOf("*_\""))
        {
            i++;
        }

        var option = tokens[i].IsWordOrNumber ? options.FindLabel(tokens, i) : -1;
        if (option < 0 || !(isParenthesised ? tokens[i + 1].IsSignOf(")],*\"") : isNamed && LabelShape.IsFollowedByPause(tokens, i + 1)))
        {
            return text;
        }

        var stop = i + 1;
        while (tokens[stop].IsSignOf(")]*\""))
        {
            stop++;
        }

        return text with { Option = option == text.Option ? option : -1, Stop = stop, HasLabel = true, IsDelimited = true };
    }

    private static Mention? FindLabel(TokenList tokens, OptionSet options, int index)
    {
        var option = options.FindLabel(tokens, index);
        if (option < 0)
        {
            return null;
        }

        var label = new Mention { Option = option, Start = index, Stop = index + 1, HasLabel = true, IsDelimited = LabelShape.IsDelimited(tokens, index) };
        var joined = JoinTextAfter(tokens, options, label);
        return joined.HasText || joined.Option < 0 || LabelShape.IsLabel(tokens, index, options.LabelOf(option)) ? joined : null;
    }

    /// <summary>Extends "C) Deficiency in protein C" over its text.</summary>
    private static Mention JoinTextAfter(TokenList tokens, OptionSet options, Mention label)
    {
        var i = label.Stop;
        while (i < label.Stop + MostSignsAfterLabel && (tokens[i].IsSignOf(").:]}-*_,\"`=$") || tokens[i].Is(Article)))
        {
            i++;
        }

        var isBracketed = tokens[i].IsSign('(') && !tokens[label.Start].InParentheses;
        i += isBracketed ? 1 : 0;
        var isSetOff = i > label.Stop || tokens[label.Start - 1].Is(OptionNoun);
        if (!tokens[i].IsWordOrNumber || !isSetOff || (!label.IsDelimited && tokens[label.Start - 1].Kind == TokenKind.Word && !tokens[label.Start - 1].Is(LabelShape.MayPrecede)))
        {
            return label;
        }

        var (option, stop) = options.FindText(tokens, i);
        if (option == label.Option)
        {
            return label with { Stop = stop + (isBracketed && tokens[stop].IsSign(')') ? 1 : 0), HasText = true };
        }

        var contradicts = option >= 0 && label.IsDelimited && EndsLine(tokens, stop) && !tokens[label.Stop].IsSignOf(".,");
        return contradicts ? label with { Option = -1, Stop = stop, HasText = true } : label;
    }

    private static bool StartsLine(TokenList tokens, int index)
    {
        for (var i = index - 1; i >= index - MostSignsAfterLabel; i--)
        {
            if (tokens[i].IsBreak)
            {
                return true;
            }

            if (!tokens[i].IsSignOf("*-#([_>\"`•|") && !tokens[i].Is(OptionNoun))
            {
                return false;
            }
        }

        return false;
    }

    private static bool EndsLine(TokenList tokens, int stop)
    {
        for (var i = stop; i <= stop + MostSignsAfterLabel; i++)
        {
            if (tokens[i].IsBreak)
            {
                return true;
            }

            if (tokens[i].Kind != TokenKind.Symbol || tokens[i].IsSignOf(",:="))
            {
                return false;
            }
        }

        return false;
    }
}
