namespace MedBench.Scoring.Extraction;

/// <summary>Walks over the words of an option text, articles left out.</summary>
internal ref struct WordEnumerator(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int position;

    internal ReadOnlySpan<char> Current { get; private set; }

    internal bool MoveNext()
    {
        while (MoveToNextWord())
        {
            if (Current.Length > 3 || (Lexicon.Classify(Current) & WordClass.Article) == 0 || Current.Length == 1 && char.IsUpper(Current[0]))
            {
                return true;
            }
        }

        return false;
    }

    private bool MoveToNextWord()
    {
        while (position < text.Length && !char.IsLetterOrDigit(text[position]))
        {
            position++;
        }

        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || IsInnerApostrophe()))
        {
            position++;
        }

        Current = text[start..position];
        return position > start;
    }

    private readonly bool IsInnerApostrophe() =>
        text[position] is '\'' or '’' && position + 1 < text.Length && char.IsLetterOrDigit(text[position + 1]);
}
