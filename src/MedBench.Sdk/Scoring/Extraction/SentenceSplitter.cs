namespace MedBench.Scoring.Extraction;

/// <summary>Splits tokens into sentences.</summary>
internal static class SentenceSplitter
{
    private const int WordsOfAnOpening = 4;
    private const int LongestHeading = 8;
    private const int LongestLabel = 3;

    internal static List<Sentence> Split(TokenList tokens)
    {
        var sentences = new List<Sentence>(4);
        var start = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!EndsSentence(tokens, i, start))
            {
                continue;
            }

            Add(sentences, tokens, start, i + 1);
            start = i + 1;
        }

        Add(sentences, tokens, start, tokens.Count);
        return sentences;
    }

    private static void Add(List<Sentence> sentences, TokenList tokens, int start, int stop)
    {
        if (stop <= start || (stop == start + 1 && tokens[start].Kind == TokenKind.LineBreak))
        {
            return;
        }

        var isQuestion = tokens[stop - 1].IsSign('?') || (tokens[stop - 1].Kind == TokenKind.LineBreak && tokens[stop - 2].IsSign('?'));
        sentences.Add(new(start, stop, isQuestion, OpensWithConclusion(tokens, start, stop)));
    }

    private static bool OpensWithConclusion(TokenList tokens, int start, int stop)
    {
        var words = 0;
        for (var i = start; i < stop && words < WordsOfAnOpening; i++)
        {
            if (tokens[i].IsWordOrNumber)
            {
                words++;
            }

            if (tokens[i].Is(WordClass.Conclusion) && !(tokens.TextOf(i) is "given" or "based" && tokens[i - 1].Is(WordClass.Copula)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsSentence(TokenList tokens, int index, int start)
    {
        ref readonly var token = ref tokens[index];
        return token.Kind switch
        {
            TokenKind.LineBreak => OpensWithAnswer(tokens, index + 1) || !AnnouncesNextLine(tokens, index, start),
            TokenKind.Symbol => token.Sign switch
            {
                '!' => true,
                '?' => !Quotation.Ends(tokens, index, start),
                '.' => !LabelsLine(tokens, index) && EndsAtFullStop(tokens, index),
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>A full stop before a lower-case word abbreviates, as in E. coli; one inside a number or an address has no blank after it.</summary>
    private static bool EndsAtFullStop(TokenList tokens, int index)
    {
        ref readonly var next = ref tokens[index + 1];
        if (next.IsBreak || !next.IsWordOrNumber)
        {
            return true;
        }

        var initial = tokens.Text[next.Start];
        return next.SpaceBefore ? !char.IsLower(initial) : char.IsUpper(initial) && tokens[index - 1].Length > 2;
    }

    /// <summary>The full stop of "B. Text" at the start of a line belongs to the label.</summary>
    private static bool LabelsLine(TokenList tokens, int index)
    {
        if (tokens[index - 1].Length > LongestLabel || !tokens[index - 1].IsWordOrNumber || !tokens[index + 1].IsWordOrNumber || !tokens[index + 1].SpaceBefore)
        {
            return false;
        }

        var before = index - 2;
        while (before > index - WordsOfAnOpening && tokens[before].IsSignOf("*-#>•_"))
        {
            before--;
        }

        return tokens[before].IsBreak;
    }

    /// <summary>Tells whether the answer follows on the next line: after a colon, after a verb, or under a heading that names the answer.</summary>
    private static bool AnnouncesNextLine(TokenList tokens, int index, int start)
    {
        var last = index - 1;
        while (last > start && tokens[last].IsSignOf("*_\"`#"))
        {
            last--;
        }

        if (tokens[last].IsSign(':') || (tokens[last].Is(WordClass.Copula) && last > start))
        {
            return true;
        }

        return tokens[last].Is(WordClass.Answer) && index - start <= LongestHeading && IsHeading(tokens, start, index);
    }

    private static bool OpensWithAnswer(TokenList tokens, int index)
    {
        for (var i = index; i < index + LongestHeading && !tokens[i].IsBreak; i++)
        {
            if (tokens[i].Is(WordClass.Answer))
            {
                return true;
            }

            if (tokens[i].IsWordOrNumber && !tokens[i].Is(WordClass.Final | WordClass.Correct | WordClass.Best))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsHeading(TokenList tokens, int start, int stop)
    {
        for (var i = start; i < stop; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsWordOrNumber && (token.Length == 1 || !token.Is(WordClass.Answer | WordClass.Filler | WordClass.Final | WordClass.Correct)))
            {
                return false;
            }
        }

        return true;
    }
}
