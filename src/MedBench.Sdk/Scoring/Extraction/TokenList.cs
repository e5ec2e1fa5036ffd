namespace MedBench.Scoring.Extraction;

/// <summary>The tokens of one reply; reading beyond either end gives <see cref="TokenKind.End"/>.</summary>
internal sealed class TokenList(string text)
{
    private static readonly Token Outside = new(TokenKind.End, 0, 0, WordClass.None, '\0', SpaceBefore: true, InParentheses: false);

    private Token[] items = new Token[Math.Max(16, text.Length / 4)];

    internal string Text { get; } = text;

    internal int Count { get; private set; }

    /// <summary>Gets how often a token was read: the measure of work that the linearity test bounds.</summary>
    internal long Reads { get; private set; }

    internal ref readonly Token this[int index]
    {
        get
        {
            Reads++;
            if ((uint)index < (uint)Count)
            {
                return ref items[index];
            }

            return ref Outside;
        }
    }

    internal ReadOnlySpan<char> TextOf(int index) => Text.AsSpan(this[index].Start, this[index].Length);

    internal void Add(in Token token)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, items.Length * 2);
        }

        items[Count++] = token;
    }
}
