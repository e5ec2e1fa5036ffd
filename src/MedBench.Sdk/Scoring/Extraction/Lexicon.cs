using System.Collections.Frozen;

namespace MedBench.Scoring.Extraction;

/// <summary>Knows the part that a word plays, in English and, for the words of a final answer, in other languages.</summary>
internal static class Lexicon
{
    private const int LongestWord = 20;

    private static readonly FrozenDictionary<string, WordClass> Words = Build();

    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the parts of a word, whatever its case.</summary>
    internal static WordClass Classify(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord && Lookup.TryGetValue(word, out var parts) ? parts : WordClass.None;

    /// <summary>Returns the length of the longest known word that unspaced text starts with, or one.</summary>
    internal static int LengthOfUnspacedWord(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(text.Length, 4); length > 1; length--)
        {
            if (Lookup.ContainsKey(text[..length]))
            {
                return length;
            }
        }

        return 1;
    }

    private static FrozenDictionary<string, WordClass> Build()
    {
        var words = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        foreach (var (parts, list) in EnglishWords.Entries.Concat(ForeignWords.Entries))
        {
            foreach (var word in list.Split(' '))
            {
                words[word] = words.GetValueOrDefault(word) | parts;
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
