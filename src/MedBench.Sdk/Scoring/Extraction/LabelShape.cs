using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Tells the label of an option from a letter that is a word, an initial or a part of a name.</summary>
internal static class LabelShape
{
    /// <summary>The words after which a bare letter is a label; after any other word it names a vitamin, a virus or a type.</summary>
    internal const WordClass MayPrecede = Answer | OptionNoun | Copula | Select | Joiner | Conclusion | Filler | Several | Negation | Rejection | Contrast | Hedge;

    /// <summary>Tells whether the token can be read as the given label.</summary>
    internal static bool IsLabel(TokenList tokens, int index, string label)
    {
        if (IsPartOfName(tokens, index))
        {
            return false;
        }

        ref readonly var token = ref tokens[index];
        if (token.Kind == TokenKind.Number && (tokens[index + 1].IsSign('%') || (tokens[index + 1].IsSign('.') && !tokens[index + 1].SpaceBefore && tokens[index + 2].Kind == TokenKind.Number)))
        {
            return false;
        }

        if (IsDelimited(tokens, index))
        {
            return true;
        }

        ref readonly var previous = ref tokens[index - 1];
        if (previous.Kind == TokenKind.Word && !previous.Is(MayPrecede))
        {
            return false;
        }

        var isWritten = token.Length == 1 && token.Sign == label[0] || tokens.TextOf(index).Equals(label, StringComparison.Ordinal);
        var isNumber = token.Kind == TokenKind.Number;
        if (!isWritten || isNumber || (IsPronoun(tokens, index) && !previous.Is(OptionNoun)))
        {
            var isExpected = previous.IsBreak || previous.IsSignOf(":=,/&") || previous.Is(Answer | OptionNoun | Copula | Select | Conclusion | Joiner | Several | Negation) || tokens.TextOf(index - 1) is "with";
            return isExpected && (IsFollowedByPause(tokens, index + 1) || (isWritten && tokens[index + 1].Is(Joiner)));
        }

        ref readonly var next = ref tokens[index + 1];
        return IsFollowedByPause(tokens, index + 1) || next.Is(Negation | Copula | Modal) || (next.Is(Continuation) && !(token.Is(Article) && next.Is(Best | Correct | Most)));
    }

    /// <summary>Tells whether punctuation sets the token off as a label: (B), B), **B**, [B], or B. at the start of a line.</summary>
    internal static bool IsDelimited(TokenList tokens, int index)
    {
        ref readonly var previous = ref tokens[index - 1];
        ref readonly var next = ref tokens[index + 1];
        if (IsPartOfName(tokens, index))
        {
            return false;
        }

        if (next.IsSign(')'))
        {
            return !tokens[index].InParentheses || previous.IsSign('(') || (previous.Is(OptionNoun | Answer) && tokens[index - 2].IsSign('('));
        }

        if (previous.IsSign('>') && next.IsSign('<'))
        {
            return true;
        }

        if (next.IsSignOf("]}*\"'`_$>"))
        {
            return previous.IsSignOf("[{*\"'`_$<") || (previous.Is(OptionNoun) && tokens[index - 2].IsSignOf("[{*\"'`_$"));
        }

        var startsLine = previous.IsBreak || (previous.IsSignOf("-*•#>") && tokens[index - 2].IsBreak);
        return startsLine && (next.IsBreak || next.IsSign(':') || (next.IsSign('.') && (tokens[index + 2].SpaceBefore || tokens[index + 2].IsBreak)) || (next.IsSign('-') && next.SpaceBefore));
    }

    /// <summary>Tells whether a sentence could pause before the given token.</summary>
    internal static bool IsFollowedByPause(TokenList tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.IsBreak)
        {
            return true;
        }

        if (token.Kind != TokenKind.Symbol)
        {
            return tokens[index - 1].Sign > 0x7F || tokens.Text[token.Start] > 0x2E7F;
        }

        if (!token.IsSign('.'))
        {
            return token.Sign != '%';
        }

        ref readonly var next = ref tokens[index + 1];
        return !next.IsWordOrNumber || (next.SpaceBefore && !char.IsLower(tokens.Text[next.Start])) || (!next.SpaceBefore && next.Length > 1 && char.IsUpper(tokens.Text[next.Start]));
    }

    private static bool IsPronoun(TokenList tokens, int index) => tokens[index].Sign == 'I' && tokens[index].Length == 1;

    /// <summary>Recognises B-cell, HLA-B, E. coli, A&amp;E, A+ and possessives.</summary>
    private static bool IsPartOfName(TokenList tokens, int index)
    {
        ref readonly var previous = ref tokens[index - 1];
        ref readonly var next = ref tokens[index + 1];
        var afterNext = tokens[index + 2];
        if (previous.IsSignOf("-+&") && !tokens[index].SpaceBefore && !previous.SpaceBefore && tokens[index - 2].IsWordOrNumber && !tokens[index - 2].Is(Answer | OptionNoun))
        {
            return true;
        }

        if (next.SpaceBefore || next.Kind != TokenKind.Symbol)
        {
            return false;
        }

        return next.Sign switch
        {
            '-' or '&' => afterNext.IsWordOrNumber && !afterNext.SpaceBefore,
            '+' => true,
            '.' => afterNext.IsWordOrNumber && (afterNext.SpaceBefore
                ? char.IsLower(tokens.Text[afterNext.Start]) && !afterNext.Is(Continuation)
                : char.IsLower(tokens.Text[afterNext.Start]) || (afterNext.Length == 1 && tokens[index + 3].IsSign('.'))),
            _ => false,
        };
    }
}
