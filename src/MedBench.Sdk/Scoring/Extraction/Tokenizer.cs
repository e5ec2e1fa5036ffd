using System.Globalization;

namespace MedBench.Scoring.Extraction;

/// <summary>Splits a normalised reply into tokens in one pass.</summary>
internal static class Tokenizer
{
    internal static TokenList Tokenize(string text)
    {
        var tokens = new TokenList(text);
        var spaceBefore = true;
        var openParentheses = 0;
        var position = 0;
        while (position < text.Length)
        {
            var character = text[position];
            if (character is '\n' or '\r')
            {
                var start = position;
                position = SkipBlankLines(text, position);
                tokens.Add(new(TokenKind.LineBreak, start, position - start, WordClass.None, '\n', spaceBefore, InParentheses: false));
                spaceBefore = true;
                openParentheses = 0;
                continue;
            }

            if (char.IsWhiteSpace(character))
            {
                spaceBefore = true;
                position++;
                continue;
            }

            var length = 1;
            if (char.IsLetterOrDigit(character))
            {
                length = LengthOfWord(text, position);
                tokens.Add(Word(text, position, length, spaceBefore, openParentheses > 0));
            }
            else
            {
                openParentheses = character switch
                {
                    '(' => openParentheses + 1,
                    ')' => Math.Max(0, openParentheses - 1),
                    _ => openParentheses,
                };
                tokens.Add(new(TokenKind.Symbol, position, 1, WordClass.None, character, spaceBefore, openParentheses > 0));
            }

            position += length;
            spaceBefore = false;
        }

        return tokens;
    }

    private static Token Word(string text, int start, int length, bool spaceBefore, bool inParentheses)
    {
        var word = text.AsSpan(start, length);
        var kind = word.IndexOfAnyExceptInRange('0', '9') < 0 ? TokenKind.Number : TokenKind.Word;
        var sign = length == 1 ? CharacterFolding.Latin(word[0]) : '\0';
        return new(kind, start, length, Lexicon.Classify(word), sign, spaceBefore, inParentheses);
    }

    private static int SkipBlankLines(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int LengthOfWord(string text, int start)
    {
        var script = ScriptOf(text[start]);
        if (script == Script.Unspaced)
        {
            return Lexicon.LengthOfUnspacedWord(text.AsSpan(start, Math.Min(4, text.Length - start)));
        }

        var position = start + 1;
        while (position < text.Length && (Continues(text[position], script) || IsInnerMark(text, position, script)))
        {
            position++;
        }

        return position - start;
    }

    private static bool Continues(char character, Script script) => character < 0x80
        ? char.IsAsciiLetterOrDigit(character) && script != Script.Hangul
        : char.IsLetterOrDigit(character)
            ? ScriptOf(character) == script
            : CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInnerMark(string text, int position, Script script) => text[position] is '\'' or '_'
        && position + 1 < text.Length
        && char.IsLetterOrDigit(text[position + 1])
        && ScriptOf(text[position + 1]) == script
        && text[position - 1] != text[position];

    private static Script ScriptOf(char character) => character switch
    {
        >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => Script.Unspaced,
        >= '\u1100' and <= '\u11FF' or >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
        _ => Script.Spaced,
    };

    private enum Script
    {
        Spaced,
        Unspaced,
        Hangul,
    }
}
