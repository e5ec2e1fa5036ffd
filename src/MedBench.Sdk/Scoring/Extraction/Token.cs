namespace MedBench.Scoring.Extraction;

/// <summary>The kinds of <see cref="Token"/>.</summary>
internal enum TokenKind : byte
{
    /// <summary>Beyond either end of the reply.</summary>
    End,

    /// <summary>Letters, or letters and digits.</summary>
    Word,

    /// <summary>Digits alone.</summary>
    Number,

    /// <summary>One character that is neither letter, digit nor blank.</summary>
    Symbol,

    /// <summary>One or more line ends.</summary>
    LineBreak,
}

/// <summary>One word, number, sign or line end of a reply.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">The offset in the text.</param>
/// <param name="Length">The length in the text.</param>
/// <param name="Parts">The parts that a word can play.</param>
/// <param name="Sign">The character of a sign, or of a word of one character.</param>
/// <param name="SpaceBefore">Whether a blank or a line end comes before it.</param>
/// <param name="InParentheses">Whether a parenthesis is open on this line.</param>
internal readonly record struct Token(
    TokenKind Kind, int Start, int Length, WordClass Parts, char Sign, bool SpaceBefore, bool InParentheses)
{
    internal int Stop => Start + Length;

    internal bool IsWordOrNumber => Kind is TokenKind.Word or TokenKind.Number;

    internal bool IsBreak => Kind is TokenKind.LineBreak or TokenKind.End;

    internal bool Is(WordClass parts) => (Parts & parts) != 0;

    internal bool IsSign(char sign) => Kind == TokenKind.Symbol && Sign == sign;

    internal bool IsSignOf(string signs) => Kind == TokenKind.Symbol && signs.Contains(Sign, StringComparison.Ordinal);
}
