namespace MedBench.Benchmarks;

/// <summary>A vignette that ends in a question, taken apart: the sentences of the case, and the question about it.</summary>
/// <param name="Sentences">The sentences of the case in order.</param>
/// <param name="Question">The question: from the last sentence with a question mark on; the last sentence where none has one.</param>
internal sealed record VignetteText(IReadOnlyList<string> Sentences, string Question)
{
    private static readonly HashSet<string> Abbreviations = new(
        ["Dr", "Mr", "Mrs", "Ms", "Prof", "St", "vs", "e.g", "i.e", "approx", "ca", "No", "Nos", "Fig", "resp", "temp", "Temp"], StringComparer.Ordinal);

    public static VignetteText Read(string text)
    {
        var sentences = Split(text);
        var asked = sentences.FindLastIndex(sentence => sentence.AsSpan().IndexOfAny('?', '？') >= 0);
        var question = asked >= 0 ? asked : Math.Max(0, sentences.Count - 1);
        return new VignetteText(sentences[..question], string.Join(' ', sentences[question..]));
    }

    /// <summary>Splits a text at line ends and after the marks that end sentences, never within numbers and after abbreviations.</summary>
    public static List<string> Split(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsAt(text, start, i))
            {
                continue;
            }

            Add(sentences, text[start..(i + 1)]);
            start = i + 1;
        }

        Add(sentences, text[start..]);
        return sentences;
    }

    private static void Add(List<string> sentences, string sentence)
    {
        if (sentence.Trim() is { Length: > 0 } trimmed)
        {
            sentences.Add(trimmed);
        }
    }

    private static bool EndsAt(string text, int start, int at) => text[at] switch
    {
        '\n' or '。' or '？' or '！' => true,
        '?' or '!' => IsFollowedByBlank(text, at),
        '.' => IsFollowedByBlank(text, at) && BeginsSentence(text, at + 1) && !IsAbbreviated(text, start, at),
        '"' or '”' or ')' => at > start && text[at - 1] is '.' or '?' or '!' && IsFollowedByBlank(text, at) && BeginsSentence(text, at + 1),
        _ => false,
    };

    private static bool IsFollowedByBlank(string text, int at) => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]);

    private static bool BeginsSentence(string text, int from)
    {
        while (from < text.Length && (char.IsWhiteSpace(text[from]) || text[from] is '"' or '“' or '(' or '\''))
        {
            from++;
        }

        return from == text.Length || !char.IsLower(text[from]);
    }

    /// <summary>Returns whether the word before a full stop is an abbreviation.</summary>
    private static bool IsAbbreviated(string text, int start, int at)
    {
        var begin = at;
        while (begin > start && !char.IsWhiteSpace(text[begin - 1]) && text[begin - 1] != '(')
        {
            begin--;
        }

        var word = text[begin..at];
        return Abbreviations.Contains(word);
    }
}
