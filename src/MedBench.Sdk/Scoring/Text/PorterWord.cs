namespace MedBench.Metrics;

/// <summary>A word whose ending changes in place, and Porter's conditions on what stands before an ending.</summary>
internal ref struct PorterWord
{
    private readonly Span<char> buffer;

    /// <summary>Initializes the word.</summary>
    /// <param name="word">The word, lower-case.</param>
    /// <param name="buffer">Room for the word and one letter more.</param>
    internal PorterWord(string word, Span<char> buffer)
    {
        this.buffer = buffer;
        word.CopyTo(buffer);
        Length = word.Length;
    }

    internal int Length { get; private set; }

    /// <summary>Gets whether a vowel and a consonant alone are short too.</summary>
    internal bool KnowsShortPairs { get; init; }

    internal readonly char Last => buffer[Length - 1];

    internal readonly bool EndsWithDoubleConsonant => Length >= 2 && buffer[Length - 1] == buffer[Length - 2] && IsConsonant(Length - 1);

    internal readonly bool EndsWith(string ending) => buffer[..Length].EndsWith(ending);

    /// <summary>Gets the letter before an ending; the null character where nothing stands before it.</summary>
    internal readonly char Before(int ending) => Length > ending ? buffer[Length - ending - 1] : '\0';

    internal void Replace(int ending, string replacement)
    {
        replacement.CopyTo(buffer[(Length - ending)..]);
        Length += replacement.Length - ending;
    }

    /// <summary>Returns whether a letter is a consonant: not a, e, i, o or u, and not a y after a consonant.</summary>
    internal readonly bool IsConsonant(int index)
    {
        if (buffer[index] != 'y')
        {
            return !IsVowelLetter(buffer[index]);
        }

        var start = index;
        while (start > 0 && buffer[start - 1] == 'y')
        {
            start--;
        }

        return (start == 0 || IsVowelLetter(buffer[start - 1])) ^ (((index - start) & 1) == 1);
    }

    /// <summary>Counts the changes from vowel to consonant before an ending: m in [C](VC)^m[V].</summary>
    internal readonly int Measure(int ending)
    {
        var (measure, consonant) = (0, true);
        for (var i = 0; i < Length - ending; i++)
        {
            var next = buffer[i] == 'y' ? i == 0 || !consonant : !IsVowelLetter(buffer[i]);
            measure += next && !consonant ? 1 : 0;
            consonant = next;
        }

        return measure;
    }

    internal readonly bool HasVowel(int ending)
    {
        for (var i = 0; i < Length - ending; i++)
        {
            if (IsVowelLetter(buffer[i]) || (buffer[i] == 'y' && i > 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether what stands before an ending ends in consonant, vowel, consonant (not w, x or y), or where <see cref="KnowsShortPairs"/> is a vowel and a consonant.</summary>
    internal readonly bool EndsShort(int ending)
    {
        var length = Length - ending;
        return length == 2
            ? KnowsShortPairs && !IsConsonant(0) && IsConsonant(1)
            : length >= 3 && IsConsonant(length - 3) && !IsConsonant(length - 2) && IsConsonant(length - 1) && buffer[length - 1] is not ('w' or 'x' or 'y');
    }

    public override readonly string ToString() => buffer[..Length].ToString();

    private static bool IsVowelLetter(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
